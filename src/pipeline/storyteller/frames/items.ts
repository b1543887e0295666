// Splits what a person typed into items: at commas and line ends, but never inside quotation marks, brackets or numbers,
// and never inside one finished sentence that happens to hold a comma.
import type { Locale } from '../../../story.ts';

const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
  '(': ')',
  '[': ']',
  '（': '）',
};
const COMMAS = new Set([',', '，', '、', '､']);

/** NFC, invisible characters out, runs of blanks as one space, trimmed. Line ends stay. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\p{Cc}\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/gu, (mark) =>
      mark === '\n' ? '\n' : mark === '\t' ? ' ' : '',
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The same on one line. */
export const tidyLine = (text: string): string => tidy(text).replace(/\n/g, ' ');

function isNumberComma(line: string, at: number): boolean {
  return /\d/.test(line[at - 1] ?? '') && /^\d{3}(?!\d)/.test(line.slice(at + 1));
}

const COUNT = /^(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열|one|two|three|four|five)$/i;
/** 하나, 둘, 셋! is counted in one breath. */
function isCountComma(line: string, at: number): boolean {
  const before = /\S+$/.exec(line.slice(0, at))?.[0] ?? '';
  const after = /^\s*([^\s,，、!.?~]+)/.exec(line.slice(at + 1))?.[1] ?? '';
  return COUNT.test(before) && COUNT.test(after);
}

function splitAtCommas(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] ?? '';
    const close = CLOSES[mark];
    const end = close === undefined ? -1 : line.indexOf(close, at + 1);
    if (end > at) at = end;
    else if (COMMAS.has(mark) && !isNumberComma(line, at) && !isCountComma(line, at)) {
      pieces.push(line.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(line.slice(start));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Korean clauses that go on after a comma end in a connective; a list of actions does not. */
const GOES_ON =
  /(?:고|서|며|면서|니|니까|는데|은데|ㄴ데|한데|운데|은데|던데|면|자|지만|려고|러|다가|도록|자마자|때|때문에|하게|그래서|그리고|그런데|그러자)$/;
const KOREAN_SENTENCE = /[가-힣][.!?…~]+["”’]?$/;
const ENGLISH_SENTENCE = /[a-z\d][.!?…]+["”’]?$/i;

function isOneSentence(line: string, pieces: readonly string[], locale: Locale): boolean {
  if (locale === 'ko') return KOREAN_SENTENCE.test(line) && pieces.slice(0, -1).some((piece) => GOES_ON.test(piece));
  return ENGLISH_SENTENCE.test(line) && pieces.some((piece) => piece.split(' ').length > 2);
}

/** The items of a field in the order typed; empty when nothing but blanks and commas is there. */
export function splitItems(text: string | undefined, locale: Locale): readonly string[] {
  if (text === undefined) return [];
  return tidy(text)
    .split('\n')
    .flatMap((line) => {
      const pieces = splitAtCommas(line);
      return pieces.length > 1 && isOneSentence(line, pieces, locale) ? [line] : pieces;
    });
}
