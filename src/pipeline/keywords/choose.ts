// Evidence → keywords: what is seen or said first, then what goes with it, then what suits any picture, in an order of the
// scene's own. Never what its field says already, and nothing twice.
import { KEYWORD_KINDS, type Keywords, type Locale } from '../../story.ts';
import { seededChoice } from '../storyteller/frames/choice.ts';
import { type Evidence, type Found, readText } from './evidence.ts';
import { type Entry, generalOf, type Kind, type Pair, topicOf } from './lexicon.ts';

const MOST: Readonly<Record<Kind, number>> = { setting: 4, action: 5, feeling: 4 };
const LEAST = 3;

const DARK = /^(?:sad|lose|hurt|lonely|fear|worry|anger|parting|quarrel|sorry)$/;
/** What cannot be at the same time. */
const TIMES: readonly RegExp[] = [
  /^setting (?:아침|점심시간|해 질 녘|저녁|밤)$/,
  /^setting (?:봄|여름|가을|겨울|눈 덮인 마을)$/,
  /^setting (?:눈 덮인 마을|비 오는 날|햇살 좋은 날|무지개 아래)$/,
];
const timesOf = (ids: readonly string[]): readonly RegExp[] => TIMES.filter((time) => ids.some((id) => time.test(id)));

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which entries of a kind a suggestion names: 신나게 달린다 is 달린다 again. */
function named(pair: Pair, kind: Kind): readonly string[] {
  const known = NAMED.get(pair);
  if (known) return known;
  const ids = readText(pair.ko).flatMap(({ entry }) => (entry.kind === kind ? [entry.id] : []));
  NAMED.set(pair, ids);
  return ids;
}
/** The lists' own suggestions are read once. */
const NAMED = new WeakMap<Pair, readonly string[]>();

export interface Request {
  readonly locale: Locale;
  readonly evidence: Evidence;
  /** What the scene's fields say already, as typed. */
  readonly said: Readonly<Record<Kind, string>>;
  /** Settings of the scenes before, the latest first, as typed. */
  readonly recurring: readonly string[];
  readonly classification: string | undefined;
  readonly seed: number;
}

function listFor(kind: Kind, { locale, said, evidence }: Request) {
  const saidIds = readText(said[kind]).flatMap(({ entry }) => (entry.kind === kind ? [entry.id] : []));
  const chosen: string[] = [];
  const chosenIds = new Set(saidIds);
  const known =
    kind === 'setting' ? evidence.found.flatMap(({ entry }) => (entry.kind === kind ? [entry.id] : [])) : [];
  const isSaid = (text: string): boolean => compact(said[kind]).includes(compact(text));
  return {
    chosen,
    isOpen(pair: Pair): boolean {
      const ids = named(pair, kind);
      return !isSaid(pair[locale]) && !(ids.length > 0 && ids.every((id) => chosenIds.has(id)));
    },
    typed(text: string): void {
      if (isSaid(text) || chosen.includes(text) || chosen.length >= MOST[kind]) return;
      chosen.push(text);
    },
    /** `seen`: named in the scene itself, so that it cannot be at odds with it. */
    add(pair: Pair, seen = false): void {
      const text = pair[locale];
      if (text === '' || chosen.length >= MOST[kind] || chosen.includes(text) || isSaid(text)) return;
      const ids = named(pair, kind);
      if (ids.length > 0 && ids.every((id) => chosenIds.has(id))) return;
      const clashes = timesOf(ids).some((time) =>
        [...known, ...chosenIds].some((id) => time.test(id) && !ids.includes(id)),
      );
      if (clashes && !seen) return;
      chosen.push(text);
      for (const id of ids) chosenIds.add(id);
    },
  };
}

const TELLS_OF: Readonly<Record<Kind, (hit: Found) => boolean>> = {
  setting: ({ source }) => source !== 'prediction',
  action: ({ source }) => source === 'caption',
  feeling: ({ source }) => source !== 'prediction',
};
const SAYS_MOST: Readonly<Record<string, number>> = { outcomeResolution: 0, causalRelationship: 1, caption: 2 };

/** What the scene itself names; a feeling that its end brings before one that its picture shows. */
function seen(kind: Kind, found: readonly Found[]): readonly Entry[] {
  const hits = found.filter((hit) => hit.entry.kind === kind && !hit.vague && TELLS_OF[kind](hit));
  if (kind !== 'feeling') return hits.map(({ entry }) => entry);
  const rank = ({ source }: Found): number => SAYS_MOST[source] ?? 3;
  return hits.toSorted((one, other) => rank(one) - rank(other)).map(({ entry }) => entry);
}

/** The first of the best topic, of the next, the second of the best: none takes all the room. */
function inTurn(topics: readonly string[], kind: Kind, isOpen: (pair: Pair) => boolean): readonly Pair[] {
  return topics
    .slice(0, kind === 'setting' ? 3 : 6)
    .flatMap((topic, rank) =>
      topicOf(topic)
        [kind].filter(isOpen)
        .map((pair, turn) => ({ pair, at: rank + 1.5 * turn })),
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ pair }) => pair);
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const { next } = seededChoice(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function general(kind: Kind, hard: boolean, { evidence, classification, seed }: Request): readonly Pair[] {
  const area = classification === undefined ? [] : generalOf(classification)[kind];
  const placed = kind === 'setting' && evidence.topics.setting.length > 0;
  if (placed) return shuffled(generalOf('when').setting, seed);
  if (hard && kind !== 'setting') return shuffled(generalOf('hard')[kind], seed);
  return [...shuffled(area, seed).slice(0, 2), ...shuffled(generalOf('any')[kind], seed + 1)];
}

function keywordsFor(kind: Kind, request: Request): readonly string[] {
  const { evidence, recurring } = request;
  const dark = evidence.topics[kind].filter((topic) => DARK.test(topic));
  const hard = dark.length > 0 && !evidence.topics[kind].some((topic) => topic === 'glad' || topic === 'win');
  const topics = kind === 'feeling' && hard ? dark : evidence.topics[kind];
  const list = listFor(kind, request);
  for (const { shown } of seen(kind, evidence.found)) if (shown) list.add(shown, true);
  if (kind === 'setting') for (const text of recurring.slice(0, list.chosen.length > 0 ? 1 : 2)) list.typed(text);
  for (const pair of inTurn(topics, kind, list.isOpen)) list.add(pair);
  for (const pair of general(kind, hard, request)) if (list.chosen.length < LEAST) list.add(pair);
  return list.chosen;
}

export function chooseKeywords(request: Request): Keywords {
  const [setting = [], action = [], feeling = []] = KEYWORD_KINDS.map((kind) => keywordsFor(kind, request));
  return { setting, action, feeling };
}
