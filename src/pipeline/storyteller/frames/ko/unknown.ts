// Stems of words that are not in the lexicon, by rule, from the base an ending was taken off.

import type { Base } from './endings.ts';
import { assemble, changeLast, isOpen, lastSyllable } from './hangul.ts';
import type { StemClass, Verb } from './verb.ts';

/** The class a stem's own ending tells. */
function classOf(stem: string): StemClass {
  if (stem.endsWith('하')) return '하';
  if (/(?:스럽|롭|답|렵|겁|럽)$/.test(stem)) return 'ㅂ';
  return /[^으]르$/.test(stem) ? '르' : 'regular';
}

function fromInfinitive(base: string): { stem: string; stemClass: StemClass } | undefined {
  const last = lastSyllable(base);
  if (last === undefined || last.final !== '') return undefined;
  const rest = base.slice(0, -1);
  const { initial, vowel } = last;
  if (base.endsWith('해')) return { stem: `${rest}하`, stemClass: '하' };
  if (initial === 'ㅇ' && (vowel === 'ㅏ' || vowel === 'ㅓ') && rest !== '')
    return { stem: rest, stemClass: 'regular' };
  if (base.endsWith('워') && isOpen(rest)) return { stem: changeLast(rest, () => ({ final: 'ㅂ' })), stemClass: 'ㅂ' };
  if (initial === 'ㄹ' && (vowel === 'ㅏ' || vowel === 'ㅓ') && lastSyllable(rest)?.final === 'ㄹ') {
    return { stem: `${changeLast(rest, () => ({ final: '' }))}르`, stemClass: '르' };
  }
  const back: Readonly<Record<string, string>> = { ㅗㅏ: 'ㅗ', ㅜㅓ: 'ㅜ', ㅕ: 'ㅣ', ㅗㅐ: 'ㅗㅣ' };
  const opened = back[vowel] ?? (vowel === 'ㅓ' && /[ㅆㅋㄸㄲㅃㅍ]/.test(initial) ? 'ㅡ' : vowel);
  return { stem: changeLast(base, () => ({ vowel: opened })), stemClass: 'regular' };
}

function fromEu(base: string): { stem: string; stemClass: StemClass } {
  const rest = base.slice(0, -1);
  if (/(?:로|러|거|려)우$/.test(base)) return { stem: changeLast(rest, () => ({ final: 'ㅂ' })), stemClass: 'ㅂ' };
  if (base.endsWith('으') && rest !== '' && !isOpen(rest)) return { stem: rest, stemClass: 'regular' };
  return { stem: base, stemClass: classOf(base) };
}

/** The stem that `base` (as letters) most likely is a form of; undefined when no verb could look so. */
export function guessVerb(baseLetters: string, base: Base, verbsOnly: boolean): Verb | undefined {
  const text = assemble(baseLetters);
  if (!/^[가-힣]+$/.test(text)) return undefined;
  const guess =
    base === 'infinitive'
      ? fromInfinitive(text)
      : base === 'stem' || base === 'dropped'
        ? { stem: text, stemClass: classOf(text) }
        : fromEu(text);
  if (guess === undefined || guess.stem === '') return undefined;
  const kind = guess.stemClass === 'ㅂ' && !verbsOnly ? 'adjective' : 'verb';
  return { ...guess, kind };
}
