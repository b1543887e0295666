// What characters are called in a story.
import { describe, expect, it } from 'vitest';
import { isFirstPerson, storyName } from '../../../../../src/pipeline/storyteller/frames/ko/names.ts';
import { withParticle } from '../../../../../src/pipeline/storyteller/frames/ko/particles.ts';

describe('a name in a story', () => {
  it.each([
    ['민지', '민지가'],
    ['민준', '민준이가'],
    ['서윤', '서윤이가'],
    ['지훈', '지훈이가'],
    ['하은', '하은이가'],
    ['김민준', '김민준이'],
    ['민준이', '민준이가'],
    ['토끼', '토끼가'],
    ['곰', '곰이'],
    ['기린', '기린이'],
    ['인형', '인형이'],
    ['시민', '시민이'],
    ['주인', '주인이'],
    ['선생님', '선생님이'],
    ['할머니', '할머니가'],
    ['강아지', '강아지가'],
    ['경찰관', '경찰관이'],
    ['공룡', '공룡이'],
    ['친구들', '친구들이'],
    ['동생', '동생이'],
    ['하늘', '하늘이'],
    ['나', '내가'],
    ['토끼!', '토끼가'],
    ['“토끼”', '토끼가'],
    ['Tom', 'Tom이'],
  ])('%s is told of as %s', (typed, told) => {
    expect(withParticle(storyName(typed) ?? '', '이/가')).toBe(told);
  });

  it('is none when nothing in it can be read', () => {
    expect(storyName('!!!')).toBeUndefined();
  });

  it('knows who tells of themselves', () => {
    expect(isFirstPerson('나')).toBe(true);
    expect(isFirstPerson('나비')).toBe(false);
  });
});
