// English text → what of the lexicon it names, in order: plurals and verb forms by simple rules.
import { IRREGULAR_PLURALS } from '../storyteller/frames/en/noun-list.ts';
import { knownVerb } from '../storyteller/frames/en/verbs.ts';
import { CUES, type Entry } from './lexicon.ts';
import type { Hit } from './read-ko.ts';

/** What captioners say of pictures as pictures. */
const AS_PICTURE =
  /\b(?:child'?s |children'?s |colou?rful |cute |simple )*(?:drawing|painting|picture|cartoon|illustration|sketch|image|photo|photograph|close up|watercolor)s? (?:of|by|with)\b|\b(?:drawn|painted) (?:by|in|with|on)\b|\bin (?:crayon|paint|pencil|watercolor)s?\b|\bchildren'?s book\b/g;
const NOT = /^(?:not|never|no|cannot|\w+n't)$/;
const MOST_WORDS = 160;

function singulars(word: string): readonly string[] {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return [irregular];
  if (!word.endsWith('s') || word.length < 4) return [];
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].filter((each) => each !== word);
}

function entriesOf(word: string): readonly { readonly entry: Entry; readonly vague: boolean }[] {
  const verb = IRREGULAR_PLURALS.has(word) ? undefined : knownVerb(word);
  const seen = new Map<Entry, boolean>();
  const add = (key: string, vague: (entry: Entry) => boolean): void => {
    for (const entry of CUES.en.words.get(key) ?? []) if (!seen.has(entry)) seen.set(entry, vague(entry));
  };
  // "dress", "dance", "plant" may be things as well as deeds.
  add(word, ({ kind }) => kind === 'action' && verb?.form === 'base');
  for (const form of singulars(word)) add(form, () => false);
  // "parked" names no park.
  for (const entry of verb ? (CUES.en.words.get(verb.base) ?? []) : []) {
    if ((entry.kind === 'action' || entry.kind === 'feeling') && !seen.has(entry)) seen.set(entry, false);
  }
  return [...seen].map(([entry, vague]) => ({ entry, vague }));
}

/** What an English text names; what it has of other languages is passed over. */
export function readEnglish(text: string): readonly Hit[] {
  const typed = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(AS_PICTURE, (all) => ' '.repeat(all.length));
  const words = [...typed.matchAll(/[a-z]+(?:'[a-z]+)?/g)].slice(0, MOST_WORDS);
  const hits = words.flatMap(({ 0: word, index: at }, position): Hit[] => {
    if (NOT.test(words[position - 1]?.[0] ?? '')) return [];
    return entriesOf(word.replace(/'s$/, '')).map(({ entry, vague }) => ({ entry, at, ...(vague && { vague }) }));
  });
  const inside = CUES.en.phrases.flatMap(([phrase, entry]): Hit[] => {
    const at = ` ${typed}`.search(new RegExp(`[^a-z]${phrase}(?![a-z])`));
    return at < 0 ? [] : [{ entry, at }];
  });
  return [...hits, ...inside].sort((one, other) => one.at - other.at);
}
