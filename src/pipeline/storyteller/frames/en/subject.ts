// The page's subject as sentences need it: by name or by a safe pronoun, as subject, object and owner, with its mood.
import type { PagePlan } from '../types.ts';
import type { Cast } from './cast.ts';
import { readFeeling } from './feelings.ts';
import type { Figure } from './figures.ts';
import type { Mood, Scene } from './patterns/context.ts';
import type { Reading } from './reading.ts';
import { BLUE_VERBS, LIVELY_VERBS, QUIET_VERBS } from './verb-list.ts';

const OUTSIDERS = /^(?:i|we|you)$/;

export const isMany = (figures: readonly Figure[]): boolean =>
  figures.length > 1 || figures.some((figure) => figure.plural);

function possessive(name: string, plural: boolean): string {
  if (name === 'I') return 'my';
  if (name === 'we' || name === 'you') return name === 'we' ? 'our' : 'your';
  return plural && /s$/.test(name) ? `${name}'` : `${name}'s`;
}

/** "she" only where the name says so; "they" only for several, and nobody else is on the page. */
function pronounOf(figures: readonly Figure[], alone: boolean): 'he' | 'she' | 'they' | undefined {
  if (!alone || figures.some((figure) => OUTSIDERS.test(figure.key))) return undefined;
  return isMany(figures) ? 'they' : figures[0]?.pronoun;
}

const OBJECT = { he: 'him', she: 'her', they: 'them' } as const;
const OWNER = { he: 'his', she: 'her', they: 'their' } as const;

export interface Subject {
  readonly figures: readonly Figure[];
  /** Nobody else is on the page. */
  readonly alone: boolean;
}

/** The subject for the next sentence; `named` when its name has just been said, so that a pronoun may follow. */
export function sceneOf(page: PagePlan, subject: Subject, cast: Cast, mood: Mood, named: boolean): Scene {
  const { figures } = subject;
  const name = cast.call(figures);
  const plural = isMany(figures);
  const pronoun = named ? pronounOf(figures, subject.alone) : undefined;
  // Saying a long list of names over and over is what no reader wants to hear.
  const spokenName = pronoun !== undefined && figures.length > 1 ? pronoun : name;
  const object = figures.length === 1 ? (figures[0]?.object ?? name) : name.replace(/\bI$/, 'me');
  return {
    s: pronoun ?? name,
    name: spokenName,
    full: name,
    them: pronoun === undefined ? object : OBJECT[pronoun],
    own: pronoun === undefined ? possessive(name, plural) : OWNER[pronoun],
    plural,
    met: figures.every((figure) => figure.proper || cast.has(figure) || figure.first === figure.later),
    outside: !figures.some((figure) => OUTSIDERS.test(figure.key)),
    was: plural ? 'were' : 'was',
    mood,
    position: page.position,
    classification: page.classification,
  };
}

/** Feelings weigh more than deeds; trouble weighs more than cheer. */
export function moodOf(page: PagePlan, deeds: readonly Reading[]): Mood {
  const tones = page.feelings.map((feeling) => readFeeling(feeling)?.tone);
  const verbs = deeds.flatMap((deed) =>
    deed.kind === 'phrase' ? deed.predicate.verbs : deed.kind === 'clause' ? deed.clause.predicate.verbs : [],
  );
  const denied = deeds.some((deed) => deed.kind === 'phrase' && deed.predicate.negative);
  const trouble = verbs.some((verb) => BLUE_VERBS.has(verb)) && !tones.includes('glad');
  if (tones.includes('sad') || denied || trouble) return 'blue';
  if (verbs.some((verb) => QUIET_VERBS.has(verb))) return 'quiet';
  return tones.includes('glad') || verbs.some((verb) => LIVELY_VERBS.has(verb)) ? 'bright' : 'plain';
}
