// A scene so far → what it speaks of: who and what is named where, and which topics follow, weighed for each kind of keyword.

import { itemsIn } from '../../items.ts';
import type { SceneSoFar } from '../../jobs.ts';
import type { Kind } from './lexicon.ts';
import { readEnglish } from './read-en.ts';
import { type Hit, readKorean } from './read-ko.ts';

export const PLACES_TO_READ = [
  'caption',
  'i_action',
  'name',
  'character',
  'setting',
  'action',
  'feeling',
  'causalRelationship',
  'outcomeResolution',
  'prediction',
] as const;
type Source = (typeof PLACES_TO_READ)[number];

/** How much each place says about each kind; what it says nothing about is 0. */
const WEIGHTS: Readonly<Record<Source, Readonly<Record<Kind, number>>>> = {
  caption: { setting: 3, action: 3, feeling: 2 },
  i_action: { setting: 2.5, action: 3, feeling: 2.5 },
  name: { setting: 1, action: 2, feeling: 1 },
  character: { setting: 1, action: 1.5, feeling: 1 },
  setting: { setting: 3, action: 2, feeling: 1.5 },
  action: { setting: 1.5, action: 2.5, feeling: 2 },
  feeling: { setting: 0.5, action: 1.5, feeling: 3 },
  causalRelationship: { setting: 1, action: 1.5, feeling: 3.5 },
  outcomeResolution: { setting: 0.5, action: 1.5, feeling: 4 },
  prediction: { setting: 0.5, action: 0.5, feeling: 1 },
};
/** Topics that a kind of keyword follows from best come from words of that kind. */
const OWN_KIND: Readonly<Record<Kind, number>> = { setting: 1.6, action: 1, feeling: 1.6 };
/** What is at hand says more of what may be done than that somebody looks or walks. */
const AT_HAND = 1.3;
/** What is left out where anything else is known. */
const SAYS_LITTLE = /^(?:make|child)\+?$/;
const PLAIN = /^(?:make|play|look|walk|run|jump|rest|ride|talk|think|kind|meal|glad)$/;
/** That there is a child in the picture says little. */
const PEOPLE = /^(?:child|family|teacher|grandparents)$/;

export interface Found extends Hit {
  readonly source: Source;
}

export interface Evidence {
  readonly found: readonly Found[];
  /** Topics, the weightiest first. */
  readonly topics: Readonly<Record<Kind, readonly string[]>>;
}

/** Both languages, whatever the book's: a caption may be in the other. */
export function readText(text: string): readonly Hit[] {
  // No caption or field is longer than half of it.
  const some = text.slice(0, 1000);
  return [...readKorean(some), ...readEnglish(some)].sort((one, other) => one.at - other.at);
}

const textOf = ({ caption, fields }: SceneSoFar, source: Source): string =>
  (source === 'caption' ? caption?.text : fields[source]) ?? '';

const isFigure = ({ entry }: Hit): boolean => entry.kind === 'figure';

/** Given names, which may look like words: 별이 is no star. */
function givenNames({ fields }: SceneSoFar): readonly string[] {
  const items = [...itemsIn(fields.name ?? ''), ...itemsIn(fields.character ?? '')];
  return items.filter((item) => item.length > 1 && item.length < 20 && !readText(item).some(isFigure));
}

function findAll(scene: SceneSoFar): readonly Found[] {
  const names = givenNames(scene);
  return PLACES_TO_READ.flatMap((source) => {
    const text = names.reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), textOf(scene, source));
    const hits = readText(text);
    return (source === 'name' || source === 'character' ? hits.filter(isFigure) : hits).map((hit) => ({
      ...hit,
      source,
    }));
  });
}

const isPerson = ({ entry }: Hit): boolean => entry.being && PEOPLE.test(entry.topics[0] ?? '');

/** Whether a scene is about somebody of whom a word speaks, rather than about whoever is with them. */
function isHero({ entry }: Found, found: readonly Found[], named: boolean): boolean {
  const heroes = found.filter((hit) => hit.source === 'name');
  if (heroes.length > 0) return heroes.some((hero) => hero.entry === entry);
  const others = found.filter((hit) => hit.entry.being && hit.entry !== entry);
  // 민지 plays with a dog: who is named does what is done.
  const tells = named ? /^caption$/ : /^(?:caption|i_action)$/;
  const said = found.some((hit) => hit.entry === entry && tells.test(hit.source));
  return said && (isPerson({ entry, at: 0 }) ? others.length === 0 : !others.some(isPerson));
}

function weightOf(kind: Kind, hit: Found, topic: string): number {
  const own = hit.entry.kind === kind ? OWN_KIND[kind] : hit.entry.kind === 'figure' ? AT_HAND : 1;
  const plain = isPerson(hit) ? 0.3 : kind !== 'feeling' && PLAIN.test(topic) ? 0.6 : 1;
  return WEIGHTS[hit.source][kind] * own * plain;
}

function topicsOf(kind: Kind, found: readonly Found[], named: boolean): readonly string[] {
  const scores = new Map<string, number>();
  for (const hit of found) {
    const { entry } = hit;
    for (const topic of entry.topics) {
      const id = entry.being && !isHero(hit, found, named) ? `${topic}+` : topic;
      // A guest brings no place along.
      const weight = weightOf(kind, hit, topic) * (kind === 'setting' && id.endsWith('+') ? 0.6 : 1);
      scores.set(id, Math.max(scores.get(id) ?? 0, weight) + 0.01);
    }
  }
  const ids = [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);
  const telling = ids.filter((id) => !(kind === 'setting' ? PLAIN : SAYS_LITTLE).test(id));
  return telling.length > 0 ? telling : ids;
}

export function evidenceOf(scene: SceneSoFar): Evidence {
  const found = findAll(scene);
  const named = Boolean(scene.fields.name?.trim());
  const settings = found.filter(({ entry }) => entry.kind === 'setting');
  return {
    found,
    topics: {
      // Where somebody is known to be, a dog does not bring its park along.
      setting: topicsOf('setting', settings.length > 0 ? settings : found, named),
      action: topicsOf('action', found, named),
      feeling: topicsOf('feeling', found, named),
    },
  };
}
