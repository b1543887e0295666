// Whether a page says what it had to: the names that were given and the words of the action, whatever particles and
// endings they wear in it.

import { itemsIn } from '../../../items.ts';
import { analyse } from '../../storyteller/frames/ko/analyse.ts';
import { bareWords } from './tokens.ts';

export interface RequiredMeasures {
  /** Share of the names that are in the page; absent where none was given. */
  readonly name?: number;
  /** Share of the words of the action that are in it; absent where none was given. */
  readonly action?: number;
}

const PARTICLE =
  /(?:에서는|에서도|에서|에게서|에게|한테|으로|까지|부터|처럼|보다|이랑|랑|하고|에는|에도|들이|들은|들을|들과|들|께서|이라는|라는|이는|이가|이를|이의|이와|이도|[와과은는이가을를의도만에로야아])$/u;

/** The word, and what is left of it when particles are taken off: 아이들에게, 아이들, 아이. */
function formsOf(word: string): readonly string[] {
  const forms = [word];
  for (let form = word; forms.length < 4; ) {
    const shorter = form.replace(PARTICLE, '');
    if (shorter === form || shorter === '') break;
    forms.push(shorter);
    form = shorter;
  }
  return forms;
}

const stemOf = (word: string, before: string): string | undefined => analyse(word, before)?.verb.stem;

/** Words and stems of verbs that a text holds. */
function contentOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const tokens = bareWords(text.normalize('NFC'));
  tokens.forEach((word, at) => {
    for (const form of formsOf(word)) found.add(form);
    const stem = stemOf(
      word,
      tokens
        .slice(Math.max(0, at - 1), at)
        .map((other) => `${other} `)
        .join(''),
    );
    if (stem !== undefined) found.add(`${stem}다`);
  });
  return found;
}

const shareOf = (wanted: readonly boolean[]): number => wanted.filter(Boolean).length / wanted.length;
const joined = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '').toLowerCase();

/** A name may have blanks in it, and anything may follow it. */
const hasName = (told: string, name: string): boolean => joined(told).includes(joined(name));

/** 본다 is there as 보았어요, 달을 as 달이. */
function hasWord(content: ReadonlySet<string>, word: string, before: string): boolean {
  const stem = stemOf(word, before);
  if (stem !== undefined && content.has(`${stem}다`)) return true;
  return formsOf(word).some((form) => content.has(form));
}

/** 부르고 있다 is 부르다 going on: 있다 and 싶다 behind -고 say nothing of what is done. */
const isHelper = (word: string, before: string | undefined): boolean =>
  /고$/u.test(before ?? '') && /^(?:있|싶)/u.test(word);

export function requiredMeasures(
  told: string,
  { name, action }: { readonly name: string; readonly action: string },
): RequiredMeasures {
  const names = itemsIn(name);
  const words = bareWords(action.normalize('NFC'));
  const content = words.length === 0 ? new Set<string>() : contentOf(told);
  const found = words.flatMap((word, at) => {
    const before = words[at - 1];
    return isHelper(word, before) ? [] : [hasWord(content, word, before === undefined ? '' : `${before} `)];
  });
  return {
    ...(names.length > 0 && { name: shareOf(names.map((each) => hasName(told, each))) }),
    ...(words.length > 0 && { action: shareOf(found) }),
  };
}
