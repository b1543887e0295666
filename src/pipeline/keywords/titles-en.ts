// English titles: articles where they belong, deeds in the present, capitals as on a cover.

import { figureOf } from '../storyteller/frames/en/figures.ts';
import { readPlace } from '../storyteller/frames/en/places.ts';
import { knownVerb } from '../storyteller/frames/en/verbs.ts';
import type { Choice } from '../storyteller/frames/types.ts';
import type { TitleMaterial } from './title-material.ts';

const SMALL = /^(?:a|an|the|and|or|of|in|on|at|by|to|for|from|with|up|under|near|among)$/;
const NAME = /^[\p{Script=Latin}0-9'’. -]{1,24}$/u;
const THERE = /^(?:in|on|at|by|under|near|among|behind|inside|over|across|beside|out at)\s/i;
const TIME =
  /(?:morning|afternoon|evening|night|day|spring|summer|autumn|winter|sunset|noon|weekend|birthday|Christmas)$/;

/** "the rabbit who raced" → "The Rabbit Who Raced". */
const titled = (text: string): string =>
  text
    .trim()
    .split(/\s+/)
    .map((word, at) => (at > 0 && SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

/** "the rabbit", "Mina". */
function called(name: string | undefined): string | undefined {
  if (name === undefined || !NAME.test(name)) return undefined;
  const { later } = figureOf(name);
  return /^(?:i|me|we|you|he|she|they|it|everyone|everybody)$/i.test(later) ? undefined : later;
}

/** "looks at the moon", "flying a kite", "run" → with its verb as of one who does it now. */
function asPresent(deed: string): string | undefined {
  const words = deed
    .trim()
    .replace(/[.!?~]+$/, '')
    .split(/\s+/);
  const verb = knownVerb(words[0] ?? '');
  if (verb === undefined || words.length > 6 || !/^[a-z' -]+$/i.test(deed.trim().replace(/[.!?~]+$/, '')))
    return undefined;
  if (verb.form === 's') return words.join(' ').toLowerCase();
  const { base } = verb;
  const third = /[^aeiou]y$/.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  return [base === 'have' ? 'has' : third, ...words.slice(1)].join(' ').toLowerCase();
}

/** "forest" → "in the forest". */
function whereOf(place: string | undefined): string | undefined {
  if (place === undefined || !NAME.test(place)) return undefined;
  return THERE.test(place) ? place : readPlace(place)?.text;
}

export function englishTitles(
  { heroes, companion, place, deed, themes }: TitleMaterial,
  choice: Choice,
): readonly string[] {
  const hero = called(heroes[0]);
  const other = called(companion);
  const together = hero && other ? [`${hero} and ${other}`] : [];
  const present = deed === undefined ? undefined : asPresent(deed);
  const doing = hero && present ? [hero.startsWith('the ') ? `${hero} who ${present}` : `${hero} ${present}`] : [];
  const where = whereOf(place);
  const there = where ? [...(hero ? [`${hero} ${where}`] : []), ...(TIME.test(where) ? [] : [`a day ${where}`])] : [];
  const owner = hero === undefined ? undefined : `${hero}’s`;
  const themed = themes.slice(0, 3).map((theme, at) => (owner && at !== 1 ? `${owner} ${theme}` : `the ${theme}`));
  const [theme, ...more] = themed;
  const middle = [...doing, ...there.slice(0, 1), ...(theme === undefined ? [] : [theme])];
  const turn = Math.floor(choice.next() * middle.length);
  return [...together, ...middle.slice(turn), ...middle.slice(0, turn), ...there.slice(1), ...more].map(titled);
}
