// The word lists as something to look words up in: which Korean and English words name what, what it is called where it
// is suggested, and which topics go with it. The lists themselves are in `words/`.
import type { KEYWORD_KINDS, Locale } from '../../story.ts';
import { DEEDS } from './words/deeds.ts';
import { FEELINGS } from './words/feelings.ts';
import { FIGURES } from './words/figures.ts';
import { SETTINGS } from './words/settings.ts';
import { GENERAL, TOPICS } from './words/topics.ts';

export type Kind = (typeof KEYWORD_KINDS)[number];
/** The same in both languages. */
export type Pair = Readonly<Record<Locale, string>>;

export interface Entry {
  readonly id: string;
  readonly kind: Kind | 'figure';
  /** What is suggested for it; figures are not suggested. */
  readonly shown?: Pair;
  readonly topics: readonly string[];
  /** One of those whom a scene can be about. */
  readonly being: boolean;
}

export interface Topic {
  readonly setting: readonly Pair[];
  readonly action: readonly Pair[];
  readonly feeling: readonly Pair[];
}

export interface Cues {
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  /** Stems of Korean verbs. */
  readonly stems: ReadonlyMap<string, readonly Entry[]>;
  readonly phrases: readonly (readonly [string, Entry])[];
}

const linesOf = (list: string): readonly string[] => list.trim().split('\n');

function pairOf(text: string): Pair {
  const [ko = '', en = ''] = text.split('=').map((each) => each.trim());
  return { ko, en };
}

interface Line {
  readonly entry: Entry;
  readonly cues: Readonly<Record<Locale, string>>;
}

function lineOf(line: string, kind: Entry['kind']): Line {
  const parts = line.split(' : ').map((part) => part.trim());
  const [cues = '', topics = ''] = parts.slice(-2);
  const [ko = '', en = ''] = `${cues} `.split(/\s\/\s|^\/\s/);
  const shown = kind === 'figure' ? undefined : pairOf(parts[0] ?? '');
  const entry = {
    id: `${kind} ${shown?.ko ?? topics}`,
    kind,
    ...(shown && { shown }),
    topics: topics.replace('!', '').split(' '),
    being: topics.startsWith('!'),
  };
  return { entry, cues: { ko, en } };
}

const LINES: readonly Line[] = (
  [
    ['setting', SETTINGS],
    ['action', DEEDS],
    ['feeling', FEELINGS],
    ['figure', FIGURES],
  ] as const
).flatMap(([kind, list]) => linesOf(list).map((line) => lineOf(line, kind)));

function cuesOf(locale: Locale): Cues {
  const words = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  const phrases: [string, Entry][] = [];
  for (const { entry, cues } of LINES) {
    const [single = '', ...inside] = cues[locale].split('~');
    phrases.push(...inside.map((phrase): [string, Entry] => [phrase.trim(), entry]));
    for (const cue of single.split(' ').filter(Boolean)) {
      const [map, key] = cue.endsWith('-') ? [stems, cue.slice(0, -1)] : [words, cue];
      map.set(key, [...(map.get(key) ?? []), entry]);
    }
  }
  return { words, stems, phrases };
}

export const CUES: Readonly<Record<Locale, Cues>> = { ko: cuesOf('ko'), en: cuesOf('en') };

function topicsOf(list: string): ReadonlyMap<string, Topic> {
  const pairs = (text = ''): readonly Pair[] =>
    text
      .split(';')
      .filter((each) => each.includes('='))
      .map(pairOf);
  return new Map(
    linesOf(list).map((line) => {
      const [id = '', setting, action, feeling] = line.split('|').map((part) => part.trim());
      return [id, { setting: pairs(setting), action: pairs(action), feeling: pairs(feeling) }];
    }),
  );
}

const ALL = topicsOf(TOPICS);
const COMMON = topicsOf(GENERAL);
const NOTHING: Topic = { setting: [], action: [], feeling: [] };

export const topicOf = (id: string): Topic => ALL.get(id) ?? NOTHING;
/** What suits any picture of an area of the curriculum; `any`, `when` and `hard` are the others. */
export const generalOf = (id: string): Topic => COMMON.get(id) ?? NOTHING;

/** For tests of the lists. */
export const ENTRIES: readonly Entry[] = LINES.map(({ entry }) => entry);
export const TOPIC_IDS: readonly string[] = [...ALL.keys()];
