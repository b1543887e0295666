// English texts as people disguise them: f*ck, sh1t, f u c k, fuuuck.
import type { UnsuitableTopic } from '../../errors.ts';
import { ENGLISH_HARMLESS, ENGLISH_PLAIN, ENGLISH_STRONG } from './words.ts';

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: 'a@4',
  e: 'e3',
  i: 'i1!|',
  o: 'o0',
  s: 's$5',
  t: 't7',
  u: 'uv',
  c: 'c(',
};
const HIDDEN = '*#_.+\\-';

/** A letter as itself and its doubles; inside a word, also one sign in its place. */
function letterOf(letter: string, inside: boolean): string {
  const alike = (LOOKS_LIKE[letter] ?? letter).replace(/[|()$]/g, '\\$&');
  return inside ? `(?:[${alike}]+|[${HIDDEN}])` : `[${alike}]+`;
}

const disguised = (word: string): string =>
  [...word].map((letter, at) => letterOf(letter, at > 0 && at < word.length - 1)).join('');

const STRONG: readonly (readonly [UnsuitableTopic, RegExp])[] = Object.entries(ENGLISH_STRONG).map(([topic, words]) => [
  topic as UnsuitableTopic,
  new RegExp(`(?<![a-z0-9])(?:${words.split(' ').map(disguised).join('|')})(?![a-z0-9])`),
]);

/** s h i t, f.u.c.k: three or more letters that stand alone, written together. */
const SPREAD = /(?<![a-z])(?:[a-z@$!1*][\s.\-_]{1,2}){2,}[a-z@$!1*](?![a-z])/g;

function strong(text: string): UnsuitableTopic | undefined {
  // A sign for every letter is no word: it takes at least two letters to mean one.
  return STRONG.find(([, pattern]) => (pattern.exec(text)?.[0].match(/[a-z]/g)?.length ?? 0) >= 2)?.[0];
}

/** @param text in NFC. */
export function checkEnglish(text: string): UnsuitableTopic | undefined {
  const low = text.toLowerCase().replaceAll('’', "'").replace(ENGLISH_HARMLESS, ' ');
  if (!/[a-z]/.test(low)) return undefined;
  const spread = low.replace(SPREAD, (run) => run.replace(/[\s.\-_]/g, ''));
  const found = strong(low) ?? (spread === low ? undefined : strong(spread));
  if (found) return found;
  for (const [topic, patterns] of Object.entries(ENGLISH_PLAIN)) {
    if (patterns.some((pattern) => pattern.test(low))) return topic as UnsuitableTopic;
  }
  return undefined;
}
