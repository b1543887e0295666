// The sound a text ends in when it is read aloud in Korean: Hangul, numbers, Latin words, emoji.
// Particles are chosen by it; which particles there are is `particles.ts`.
import { lettersOf } from './hangul.ts';

/** The last sound: '' for a vowel, else the final consonant. */
export type Ending = string;

const DIGITS = ['ㅇ', 'ㄹ', '', 'ㅁ', '', '', 'ㄱ', 'ㄹ', 'ㄹ', ''] as const;
/** 십, 백, 천; then 만 to 천만, 억, 조, 경, 해 by fours. */
const SMALL_ZEROS = ['ㅂ', 'ㄱ', 'ㄴ'] as const;
const GREAT_ZEROS = ['ㄴ', 'ㄱ', '', 'ㅇ', ''] as const;

function numberEnding(digits: string): Ending {
  const zeros = /^[\d]*[1-9](0*)$/.exec(digits)?.[1]?.length ?? 0;
  if (zeros === 0) return DIGITS[Number(digits.slice(-1))] ?? '';
  if (zeros < 4) return SMALL_ZEROS[zeros - 1] ?? '';
  return GREAT_ZEROS[Math.floor(zeros / 4) - 1] ?? '';
}

/** A table from lists: final consonant → the words or signs that end in it. */
function byWord(lists: Readonly<Record<string, string>>): ReadonlyMap<string, Ending> {
  return new Map(
    Object.entries(lists).flatMap(([ending, list]) => list.split(' ').map((word) => [word, ending.slice(1)])),
  );
}

/** The same for signs, which need no blanks between them. */
const bySign = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, Ending> =>
  byWord(Object.fromEntries(Object.entries(lists).map(([ending, signs]) => [ending, [...signs].join(' ')])));

/** 엘 엠 엔 알 end in a consonant; every other letter's name in a vowel. */
const LETTER_NAMES: Readonly<Record<string, Ending>> = { l: 'ㄹ', m: 'ㅁ', n: 'ㄴ', r: 'ㄹ' };
/** Words whose Korean reading no rule finds: names and units. */
const LATIN_WORDS = byWord({
  '-': 'ok wifi cm mm km ml daphne',
  '-ㅁ': 'kg g',
  '-ㄹ': 'michael rachel',
});
/** The names of the signs that stand for characters in children's texts. */
const EMOJI = bySign({
  '-': '🐰🐇🦊🐶🐕🐱🐈🐭🐹🐯🦁🐮🐷🐸🐵🐦🐤🦆🦉🐺🦋🐌🐞🐙🐟🐠🐬🐳🐋🦈🐘🐼🐨🦔🌳🌲🌹🌻🍀☀🌞🌈🍎🍌🍓🍇🍰🎂🍪🍕🚗🚌🚂🚒✈🚲👧👦👶👩👨👵👴❤💖🎄',
  '-ㄱ': '🐔🐢🍉',
  '-ㄴ': '🐧🦄🦒❄🥕🎈👑',
  '-ㄹ': '🐴🐝⭐🌟🌙🔥💧🎁',
  '-ㅁ': '🐻🐍☁⛄☃🍦',
  '-ㅂ': '🌷🏠',
  '-ㅅ': '🚀🤖',
  '-ㅇ': '🦖🦕🐑⚽🏀⚾👻',
  '-ㅊ': '🌸🌼',
});

function latinEnding(word: string): Ending {
  const low = word.toLowerCase();
  const known = LATIN_WORDS.get(low);
  if (known !== undefined) return known;
  if (word.length === 1 || (word.length <= 3 && word === word.toUpperCase()) || !/[aeiouy]/.test(low)) {
    return LETTER_NAMES[low.slice(-1)] ?? '';
  }
  return spokenEnding(low);
}

/** How Korean writes the end of a foreign word: -m, -n, -ng, -l are finals; -p, -t, -k only after a short single vowel. */
function spokenEnding(low: string): Ending {
  const word = low.replace(/([^aeiou])\1$/, '$1');
  if (/ng$/.test(word)) return 'ㅇ';
  if (/le?$/.test(word)) return 'ㄹ';
  if (/[aeiou]me$|m[bn]?$/.test(word)) return 'ㅁ';
  if (/[aeiou]ne$|n$/.test(word)) return 'ㄴ';
  if (/(^|[^aeiou])[aeiou]c?k$|(^|[^aeiou])[aeiou]c$|ook$/.test(word)) return 'ㄱ';
  if (/(^|[^aeiou])[aeiouy][pb]$/.test(word)) return 'ㅂ';
  return /(^|[^aeiou])[aeiouy]t$/.test(word) ? 'ㅅ' : '';
}

const LONE_LETTERS = /^[ㄱ-ㅎ]$/;

function characterEnding(text: string, last: string): Ending | undefined {
  const parts = lettersOf(last);
  if (parts !== undefined) return parts.final;
  if (/\d/.test(last)) return numberTail(text);
  if (/\p{Script=Latin}/u.test(last)) return latinEnding(/[\p{Script=Latin}]+$/u.exec(text)?.[0] ?? last);
  // ㅋ is read 키읔 and so on (ㄱ 기역 to ㅎ 히읗); ㅏ ㅠ are read as vowels.
  if (LONE_LETTERS.test(last)) return last;
  if (/[ㅏ-ㅣ]/.test(last)) return '';
  return last === '%' || last === '℃' ? '' : undefined;
}

function numberTail(text: string): Ending {
  const run = /[\d.,]*\d$/.exec(text)?.[0] ?? '';
  const whole = run.replace(/,/g, '');
  return whole.includes('.') ? (DIGITS[Number(whole.slice(-1))] ?? '') : numberEnding(whole);
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const bare = (grapheme: string): string => grapheme.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');

/** The sound `text` ends in; undefined when nothing in it can be read. Marks and brackets are looked through. */
export function endingOf(text: string): Ending | undefined {
  const unbracketed = text.replace(/\s*[([（][^()[\]（）]*[)\]）]\s*$/u, '');
  const source = /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(unbracketed) ? unbracketed : text;
  const graphemes = [...segmenter.segment(source.slice(-200))].map((part) => part.segment);
  let emoji: Ending | undefined;
  for (let at = graphemes.length - 1; at >= 0; at--) {
    const grapheme = graphemes[at] ?? '';
    const ending = characterEnding(graphemes.slice(0, at + 1).join(''), grapheme);
    if (ending !== undefined) return ending;
    emoji ??= EMOJI.get(bare(grapheme));
  }
  return emoji;
}
