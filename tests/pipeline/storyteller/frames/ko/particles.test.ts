// Particles after whatever people call their characters and places.
import { describe, expect, it } from 'vitest';
import { type Pair, withParticle } from '../../../../../src/pipeline/storyteller/frames/ko/particles.ts';
import { endingOf } from '../../../../../src/pipeline/storyteller/frames/ko/reading.ts';

const CASES: readonly (readonly [text: string, pair: Pair, said: string])[] = [
  ['토끼', '이/가', '토끼가'],
  ['곰', '이/가', '곰이'],
  ['토끼', '은/는', '토끼는'],
  ['곰', '은/는', '곰은'],
  ['사과', '을/를', '사과를'],
  ['당근', '을/를', '당근을'],
  ['여우', '과/와', '여우와'],
  ['사슴', '과/와', '사슴과'],
  ['학교', '으로/로', '학교로'],
  ['집', '으로/로', '집으로'],
  ['교실', '으로/로', '교실로'],
  ['민지', '아/야', '민지야'],
  ['선생님', '이에요/예요', '선생님이에요'],
  ['강아지', '이에요/예요', '강아지예요'],
  ['밤', '이었어요/였어요', '밤이었어요'],
  ['오후', '이었어요/였어요', '오후였어요'],
  ['형', '이랑/랑', '형이랑'],
  ['누나', '이랑/랑', '누나랑'],
  ['빵', '이나/나', '빵이나'],
  ['닭', '이/가', '닭이'],
  ['넋', '을/를', '넋을'],
  ['0', '이/가', '0이'],
  ['1', '이/가', '1이'],
  ['2', '이/가', '2가'],
  ['3', '을/를', '3을'],
  ['7', '으로/로', '7로'],
  ['9', '은/는', '9는'],
  ['10', '을/를', '10을'],
  ['20', '이/가', '20이'],
  ['100', '으로/로', '100으로'],
  ['1,000', '이/가', '1,000이'],
  ['10000', '이/가', '10000이'],
  ['100000000', '은/는', '100000000은'],
  ['1000000000000', '은/는', '1000000000000는'],
  ['3.5', '이/가', '3.5가'],
  ['50%', '을/를', '50%를'],
  ['5kg', '을/를', '5kg을'],
  ['3cm', '이/가', '3cm가'],
  ['Luna', '이/가', 'Luna가'],
  ['Tom', '이/가', 'Tom이'],
  ['Jack', '은/는', 'Jack은'],
  ['Mike', '은/는', 'Mike는'],
  ['Ben', '과/와', 'Ben과'],
  ['Emma', '과/와', 'Emma와'],
  ['Bill', '으로/로', 'Bill로'],
  ['Rachel', '이/가', 'Rachel이'],
  ['Apple', '을/를', 'Apple을'],
  ['robot', '이/가', 'robot이'],
  ['Max', '이/가', 'Max가'],
  ['King', '은/는', 'King은'],
  ['TV', '을/를', 'TV를'],
  ['KTX', '을/를', 'KTX를'],
  ['PDF', '이/가', 'PDF가'],
  ['L', '이/가', 'L이'],
  ['B', '이/가', 'B가'],
  ['🐰', '이/가', '🐰가'],
  ['🐻', '이/가', '🐻이'],
  ['공룡🦖', '은/는', '공룡🦖은'],
  ['토끼 🎉', '은/는', '토끼 🎉는'],
  ['⭐', '으로/로', '⭐로'],
  ['토끼!', '이/가', '토끼!가'],
  ['“곰”', '이/가', '“곰”이'],
  ['『달님』', '을/를', '『달님』을'],
  ['토끼(우리 반)', '은/는', '토끼(우리 반)는'],
  ['곰(아기)', '은/는', '곰(아기)은'],
  ['ㅋㅋㅋ', '이/가', 'ㅋㅋㅋ이'],
  ['!!!', '이/가', '!!!가'],
  ['나', '이/가', '내가'],
  ['저', '이/가', '제가'],
];

describe('a particle', () => {
  it.each(CASES)('after %s, as %s, makes %s', (text, pair, said) => {
    expect(withParticle(text, pair)).toBe(said);
  });
});

describe('the sound a text ends in', () => {
  it('is unknown where nothing can be read', () => {
    expect(endingOf('?!')).toBeUndefined();
    expect(endingOf('')).toBeUndefined();
  });

  it('looks through an unknown emoji to the word before it', () => {
    expect(endingOf('곰🧿')).toBe('ㅁ');
  });
});
