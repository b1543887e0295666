// Stems in 르: most double their ㄹ (엎질렀다), some only lose 으 (따랐다), a few take 러 (푸르렀다).
import { describe, expect, it } from 'vitest';
import { readClauses, say } from '../../../../../src/pipeline/storyteller/frames/ko/clause.ts';
import { LEXICON } from '../../../../../src/pipeline/storyteller/frames/ko/lexicon.ts';

const past = (typed: string): string =>
  readClauses(typed, ['서연이'])
    .map((clause) => (clause.kind === 'predicate' ? say(clause, 'past') : `${clause.kind}: ${clause.text}`))
    .join(' / ');

const PASTS: Readonly<Record<string, string>> = {
  'doubled ㄹ': `엎지르 엎질렀어요, 어지르 어질렀어요, 지르 질렀어요, 주무르 주물렀어요, 문지르 문질렀어요, 앞지르 앞질렀어요, 저지르 저질렀어요,
    가로지르 가로질렀어요, 오르 올랐어요, 타오르 타올랐어요, 떠오르 떠올랐어요, 피어오르 피어올랐어요, 기어오르 기어올랐어요, 흐르 흘렀어요,
    누르 눌렀어요, 마르 말랐어요, 바르 발랐어요, 고르 골랐어요, 기르 길렀어요, 나르 날랐어요, 부르 불렀어요, 자르 잘랐어요, 조르 졸랐어요,
    찌르 찔렀어요, 가르 갈랐어요, 구르 굴렀어요, 두르 둘렀어요, 휘두르 휘둘렀어요, 벼르 별렀어요, 서두르 서둘렀어요, 서투르 서툴렀어요,
    머무르 머물렀어요, 모르 몰랐어요, 거르 걸렀어요, 거스르 거슬렀어요, 추스르 추슬렀어요, 타이르 타일렀어요, 게으르 게을렀어요, 다르 달랐어요,
    빠르 빨랐어요, 배부르 배불렀어요, 목마르 목말랐어요, 가파르 가팔랐어요`,
  'no more than 으 lost': `따르 따랐어요, 뒤따르 뒤따랐어요, 잇따르 잇따랐어요, 치르 치렀어요, 들르 들렀어요, 다다르 다다랐어요, 우러르 우러렀어요, 부르트 부르텄어요`,
  '러 taken': '푸르 푸르렀어요',
};

describe.each(Object.entries(PASTS))('stems in 르, %s', (_, list) => {
  it.each(list.split(',').map((pair) => pair.trim().split(' ')))('%s다 is told as %s', (stem = '', told = '') => {
    expect(past(`${stem}다`)).toBe(told);
    expect(past(told)).toBe(told);
  });
});

it('no stem in 르 is regular but those that are', () => {
  const regular = LEXICON.filter(({ stem, stemClass }) => stem.endsWith('르') && stemClass === 'regular');
  expect(new Set(regular.map(({ stem }) => stem))).toEqual(
    new Set(['따르', '뒤따르', '잇따르', '치르', '들르', '다다르', '우러르']),
  );
});

describe('이르다', () => {
  it.each([
    ['정상에 이르다', '정상에 이르렀어요'],
    ['선생님께 이르다', '선생님께 일렀어요'],
    ['엄마한테 이르기', '엄마한테 일렀어요'],
  ])('%s', (typed, told) => expect(past(typed)).toBe(told));
});
