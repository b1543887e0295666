// Syllables apart and together again: the one place that knows how Hangul syllables are built.
// Compound letters come as two: ㅘ is 'ㅗㅏ', ㄺ is 'ㄹㄱ'.
import { assemble as assembleFragments, combineCharacter, disassemble, disassembleCompleteCharacter } from 'es-hangul';

export interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  /** Empty when the syllable is open. */
  readonly final: string;
}

const HANGUL = /^[가-힣]$/;

/** The letters of one syllable; undefined for anything that is not a complete Hangul syllable. */
export function lettersOf(character: string): Syllable | undefined {
  if (!HANGUL.test(character)) return undefined;
  const parts = disassembleCompleteCharacter(character);
  return parts && { initial: parts.choseong, vowel: parts.jungseong, final: parts.jongseong };
}

export function syllable({ initial, vowel, final }: Syllable): string {
  return combineCharacter(initial, vowel, final);
}

/** Every letter of a text in a row; what is not Hangul stays. */
export const letters = (text: string): string => disassemble(text);

/** `text` with its last syllable changed; unchanged when it does not end in Hangul. */
export function changeLast(text: string, change: (last: Syllable) => Partial<Syllable>): string {
  const last = lettersOf(text.slice(-1));
  return last === undefined ? text : text.slice(0, -1) + syllable({ ...last, ...change(last) });
}

export const lastSyllable = (text: string): Syllable | undefined => lettersOf(text.slice(-1));
export const isOpen = (text: string): boolean => lastSyllable(text)?.final === '';

/** Puts a final consonant under an open last syllable. */
export const close = (text: string, final: string): string => changeLast(text, () => ({ final }));

/** Letters in a row back into syllables: the reverse of `letters`. */
export const assemble = (row: string): string => (row === '' ? '' : assembleFragments([...row]));
