// Engines whose words are looked at: what people wrote before an engine sees it, what the engine wrote afterwards. Which
// words are unfit is left to the moderator; nothing unfit is dropped in silence but suggestions, which nobody has asked for.
import { TalesError, type UnsuitablePlace } from '../errors.ts';
import {
  type Anthology,
  type Book,
  type Fields,
  KEYWORD_KINDS,
  type Keywords,
  type Manuscript,
  type Scene,
} from '../story.ts';
import type { CallOptions, KeywordSuggester, Moderator, Storyteller } from './types.ts';

/** A text with where it stands. */
export interface Placed {
  readonly text: string;
  readonly place: Omit<UnsuitablePlace, 'topic'>;
}

const placed = (text: string | undefined, place: Placed['place']): readonly Placed[] =>
  text?.trim() ? [{ text, place }] : [];

function writtenInScene({ fields, caption, text, told }: Scene, page: number): readonly Placed[] {
  // What an area of the curriculum is called is ours.
  const names = (Object.keys(fields) as (keyof Fields)[]).filter((name) => name !== 'classification');
  return [
    ...names.flatMap((part) => placed(fields[part], { page, part })),
    ...placed(caption?.text, { page, part: 'caption' }),
    ...placed(text, { page, part: 'text' }),
    ...placed(told, { page, part: 'text' }),
  ];
}

const ofAuthors = (authors: readonly string[]): readonly Placed[] => placed(authors.join(', '), { part: 'authors' });

/** All that an engine would see of a manuscript, and who is to be named beside it. */
export const writtenIn = (
  { title, scenes }: Pick<Manuscript, 'title' | 'scenes'>,
  authors: readonly string[] = [],
): readonly Placed[] => [
  ...placed(title, { part: 'title' }),
  ...ofAuthors(authors),
  ...scenes.flatMap((scene, index) => writtenInScene(scene, index + 1)),
];

/** What an engine told, by the scene's index; without the pages that bring their own text. */
export const toldIn = ({ scenes }: Pick<Manuscript, 'scenes'>, told: ReadonlyMap<number, string>): readonly Placed[] =>
  [...told].flatMap(([index, text]) =>
    scenes[index]?.text === undefined ? placed(text, { page: index + 1, part: 'told' }) : [],
  );

/** All that a book is printed from. */
export function writtenInBook({ title, authors, pages }: Book): readonly Placed[] {
  const said = pages.flatMap(({ scene, told }, index) => [
    ...writtenInScene({ fields: scene.fields, ...(scene.caption && { caption: scene.caption }) }, index + 1),
    ...placed(told.text, { page: index + 1, part: told.source.kind === 'person' ? 'text' : 'told' }),
  ]);
  return [...placed(title, { part: 'title' }), ...ofAuthors(authors), ...said];
}

/** All that an anthology is printed from. */
export const writtenInAnthology = ({ title, className, books }: Anthology): readonly Placed[] => [
  ...placed(title, { part: 'title' }),
  ...placed(className, { part: 'className' }),
  ...books.flatMap((book, index) =>
    writtenInBook(book).map(({ text, place }) => ({ text, place: { book: index + 1, ...place } })),
  ),
];

/** Where a moderator found something, and of what kind. */
async function findIn(
  moderator: Moderator,
  texts: readonly Placed[],
  options: CallOptions,
): Promise<readonly UnsuitablePlace[]> {
  if (texts.length === 0) return [];
  const topics = await moderator.check(
    texts.map(({ text }) => text),
    options,
  );
  return texts.flatMap(({ place }, index) => {
    const topic = topics[index];
    return topic === undefined ? [] : [{ ...place, topic }];
  });
}

/** @throws TalesError `text-unsuitable` with every place. */
export async function assertSuitable(
  moderator: Moderator,
  texts: readonly Placed[],
  options: CallOptions = {},
): Promise<void> {
  const places = await findIn(moderator, texts, options);
  if (places.length > 0) throw new TalesError('text-unsuitable', { places });
}

/** A seed of its own for the second telling, the same each time. */
const otherSeed = (seed: number): number => (seed ^ 0x5bd1e995) >>> 0;

/**
 * A page that an engine tells unfitly is told once more with another seed.
 * @throws TalesError `text-unsuitable` for what people wrote, before the engine sees it, and for what stays unfit.
 */
export const moderatedStoryteller = (storyteller: Storyteller, moderator: Moderator): Storyteller => ({
  name: storyteller.name,
  async tell(manuscript, wanted, options = {}) {
    const { onPage: _, authors, ...call } = options;
    await assertSuitable(moderator, writtenIn(manuscript, authors), call);
    const told = await storyteller.tell(manuscript, wanted, options);
    const pages = new Map(wanted.map((index, at) => [index, told[at]?.text ?? '']));
    const found = await findIn(moderator, toldIn(manuscript, pages), call);
    if (found.length === 0) return told;
    const unfit = wanted.filter((index) => found.some(({ page }) => page === index + 1));
    const again = await storyteller.tell({ ...manuscript, seed: otherSeed(manuscript.seed) }, unfit, call);
    const texts = new Map(unfit.map((index, at) => [index, again[at]?.text ?? '']));
    await assertSuitable(moderator, toldIn(manuscript, texts), call);
    return told.map((passage, at) => again[unfit.indexOf(wanted[at] ?? -1)] ?? passage);
  },
});

/** Leaves out what a moderator finds. */
export function moderatedSuggester(suggester: KeywordSuggester, moderator: Moderator): KeywordSuggester {
  const fit = async (texts: readonly string[], options: CallOptions): Promise<readonly string[]> => {
    const topics = texts.length === 0 ? [] : await moderator.check(texts, options);
    return texts.filter((_, index) => topics[index] === undefined);
  };
  return {
    name: suggester.name,
    async keywords(request, options = {}) {
      const { suggested, ...rest } = await suggester.keywords(request, options);
      const kept = new Set(
        await fit(
          KEYWORD_KINDS.flatMap((kind) => suggested[kind]),
          options,
        ),
      );
      const only = (kind: keyof Keywords): readonly string[] => suggested[kind].filter((word) => kept.has(word));
      return { ...rest, suggested: { setting: only('setting'), action: only('action'), feeling: only('feeling') } };
    },
    async titles(manuscript, options = {}) {
      const { suggested, ...rest } = await suggester.titles(manuscript, options);
      return { ...rest, suggested: await fit(suggested, options) };
    },
  };
}
