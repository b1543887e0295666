// `storybook tell --storyteller kot5` and `… kogpt2`: every page with what the model read and wrote, for people who look
// into models.
import {
  assertSuitable,
  type GenerationOptions,
  type Kogpt2Page,
  type Kot5Engine,
  type Kot5Page,
  kot5Scenes,
  type Moderator,
  type Translator,
  toldIn,
  writtenIn,
} from '../pipeline/index.ts';
import type { Manuscript } from '../story.ts';
import { deviceNote } from './device-note.ts';
import { readFieldsFile } from './fields-file.ts';
import { type BookOptions, manuscriptOf } from './manuscript.ts';
import type { Surroundings } from './surroundings.ts';
import type { ToldPage } from './tell.ts';
import { WORDING } from './wording.ts';

/** What of a page can be compared with other programs. A page that brought its own text has read and written nothing. */
export interface InspectedPage {
  readonly inputText: string;
  readonly inputIds: readonly number[];
  /** Without the start id, with the end id. */
  readonly tokenIds: readonly number[];
  readonly text: string;
  /** Fields that did not fit into what the model reads; absent when all did. */
  readonly leftOut?: Kot5Page['leftOut'];
  /** Of `kogpt2`: what was read and what was told in one. */
  readonly whole?: string;
}

export interface Kot5Request extends BookOptions {
  readonly storyteller: 'kot5' | 'kogpt2';
  readonly fieldsPath: string;
  readonly settings: Partial<GenerationOptions>;
  readonly translator: Translator;
  readonly open: () => Promise<Pick<Kot5Engine, 'device' | 'close'> & { readonly write: Write }>;
  readonly moderator?: Moderator | undefined;
}

type Write = (...call: Parameters<Kot5Engine['write']>) => Promise<readonly (Kot5Page | Kogpt2Page)[]>;

export interface InspectedBook {
  readonly inspected: readonly InspectedPage[];
  /** The same pages as any storyteller's are shown. */
  readonly told: readonly ToldPage[];
}

async function inspect(
  manuscript: Manuscript,
  { settings, translator, open }: Kot5Request,
  { config, progress, locale, signal }: Surroundings,
): Promise<readonly InspectedPage[]> {
  const asked = manuscript.scenes.filter(({ text }) => text === undefined);
  const scenes = await kot5Scenes({ scenes: asked }, translator, { signal });
  const engine = await open();
  const note = deviceNote(config, engine.device, locale);
  if (note !== undefined) progress.say(note);
  try {
    let done = 0;
    progress.step(WORDING[locale].telling, scenes.length);
    const onPage = (): void => {
      done += 1;
      progress.at(done);
    };
    const written = (await engine.write(scenes, { settings, signal, onPage })).values();
    progress.end();
    return manuscript.scenes.map(({ text }): InspectedPage => {
      if (text !== undefined) return { inputText: '', inputIds: [], tokenIds: [], text };
      const page = written.next().value;
      if (!page) throw new RangeError('a page was not told');
      const { leftOut, ...rest } = page;
      return { ...rest, ...(leftOut.length > 0 && { leftOut }) };
    });
  } finally {
    await engine.close();
  }
}

/** @throws TalesError for a FIELDS.json, settings or a model folder that cannot be used. */
export async function tellWithKot5(request: Kot5Request, surroundings: Surroundings): Promise<InspectedBook> {
  const file = await readFieldsFile(request.fieldsPath);
  const manuscript = manuscriptOf(file, request, surroundings.config.locale);
  const { moderator } = request;
  const { signal } = surroundings;
  if (moderator) await assertSuitable(moderator, writtenIn(manuscript), { signal });
  const inspected = await inspect(manuscript, request, surroundings);
  const texts = new Map(inspected.map(({ text }, index) => [index, text]));
  if (moderator) await assertSuitable(moderator, toldIn(manuscript, texts), { signal });
  const told = file.pages.map(({ picture }, index): ToldPage => {
    const { text = '', leftOut: fields } = inspected[index] ?? {};
    const own = manuscript.scenes[index]?.text !== undefined;
    const source = own ? ({ kind: 'person' } as const) : ({ kind: 'model', engine: request.storyteller } as const);
    return { picture, text, source, ...(fields && { note: { code: 'left-out', fields } }) };
  });
  return { inspected, told };
}
