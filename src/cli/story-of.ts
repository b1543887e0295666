// A manuscript and its pictures → the book: described, told, and looked through. Printing it is left to the commands.
import { explainNote } from '../explain.ts';
import type { Usage } from '../jobs.ts';
import {
  assertSuitable,
  type Captioner,
  describePictures,
  type LoadedPicture,
  type Moderator,
  type Storyteller,
  type Translator,
  writeBook,
  writtenInBook,
} from '../pipeline/index.ts';
import type { Book, Manuscript, Note } from '../story.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface Engines {
  readonly captioner: Captioner;
  readonly translator: Translator;
  readonly storyteller: Storyteller;
  /** Absent: nothing is looked for in captions, title and authors. */
  readonly moderator?: Moderator | undefined;
}

async function describe(
  manuscript: Manuscript,
  pictures: readonly LoadedPicture[],
  { captioner, translator, moderator, onUsage, onNote }: Noting,
  { progress, locale, signal }: Surroundings,
): Promise<Manuscript> {
  const given = manuscript.scenes.map(({ caption }) => caption);
  const missing = given.filter((caption) => caption === undefined).length;
  if (captioner.name !== 'none' && missing > 0) progress.step(WORDING[locale].describing, missing);
  let described = 0;
  const captions = await describePictures(captioner, pictures, given, {
    translator,
    locale: manuscript.locale,
    moderator,
    onUnsuitable: (index) => progress.say(WORDING[locale].captionLeftOut(index + 1)),
    signal,
    onNote,
    ...(onUsage && { onUsage }),
    onPicture() {
      described += 1;
      progress.at(described);
    },
  });
  const scenes = manuscript.scenes.map((scene, index) => {
    const caption = captions[index];
    return caption ? { ...scene, caption } : scene;
  });
  return { ...manuscript, scenes };
}

type Noting = StoryRequest & { readonly onNote: (note: Note) => void };

export interface StoryRequest extends Engines {
  readonly manuscript: Manuscript;
  readonly authors: readonly string[];
  /** One for each scene. */
  readonly pictures: readonly LoadedPicture[];
  /** As in `CallOptions`. */
  readonly onUsage?: (usage: Usage) => void;
}

/** @throws TalesError what the engines throw, and `text-unsuitable`. */
export async function storyOf(request: StoryRequest, surroundings: Surroundings): Promise<Book> {
  const { authors, moderator, storyteller, onUsage } = request;
  const { locale, progress, signal } = surroundings;
  const said = new Set<string>();
  const onNote = (note: Note): void => {
    const sentence = explainNote(note, locale);
    if (!said.has(sentence)) progress.say(sentence);
    said.add(sentence);
  };
  const manuscript = await describe(request.manuscript, request.pictures, { ...request, onNote }, surroundings);
  progress.step(WORDING[locale].telling, request.pictures.length);
  let told = 0;
  const onPage = (): void => {
    told += 1;
    progress.at(told);
  };
  const pictures = request.pictures.map(({ picture }) => picture);
  const book = await writeBook(storyteller, manuscript, pictures, authors, {
    ...{ signal, onPage, onNote },
    ...(onUsage && { onUsage }),
  });
  if (moderator) await assertSuitable(moderator, writtenInBook(book), { signal, onNote });
  return book;
}

/** What the captions and the told texts lack, each kind of lack once. */
export function notesOf({ pages }: Pick<Book, 'pages'>): readonly Note[] {
  const notes = pages.flatMap(({ scene, told }) => [scene.caption?.note, told.note]).flatMap((note) => note ?? []);
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
