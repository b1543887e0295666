// What people type into a field, and what is understood.
import { describe, expect, it } from 'vitest';
import { type Clause, readClauses, say } from '../../../../../src/pipeline/storyteller/frames/ko/clause.ts';
import { asTold } from '../../../../../src/pipeline/storyteller/frames/ko/told.ts';

const told = (clause: Clause): string =>
  clause.kind === 'predicate' ? say(asTold(clause), 'past') : `${clause.kind}: ${clause.text}`;
const read = (typed: string): string => readClauses(typed, ['토끼']).map(told).join(' / ');

const PAST: readonly (readonly [typed: string, past: string])[] = [
  ['달리기', '달리기를 했어요'],
  ['줄넘기', '줄넘기를 했어요'],
  ['축구하기', '축구를 했어요'],
  ['공놀이 하기', '공놀이를 했어요'],
  ['물놀이', '물놀이를 했어요'],
  ['책 읽기', '책을 읽었어요'],
  ['손 씻기', '손을 씻었어요'],
  ['빨리 먹기', '빨리 먹었어요'],
  ['청소', '청소를 했어요'],
  ['노래', '노래를 불렀어요'],
  ['소풍', '소풍을 갔어요'],
  ['신나게 춤을 춤', '신나게 춤을 추었어요'],
  ['산책 중', '산책 중이었어요'],
  ['뛰는 중', '뛰는 중이었어요'],
  ['먹고 있음', '먹고 있었어요'],
  ['블록을 쌓는 모습', '블록을 쌓았어요'],
  ['나무에 물을 줌', '나무에 물을 주었어요'],
  ['학교에 감', '학교에 갔어요'],
  ['갔음', '갔어요'],
  ['뛰어놂', '뛰어놀았어요'],
  ['웃으며', '웃었어요'],
  ['행복한', '행복했어요'],
  ['신나는', '신났어요'],
  ['달려요', '달렸어요'],
  ['달립니다', '달렸어요'],
  ['먹었습니다', '먹었어요'],
  ['토끼가 뛴다', '뛰었어요'],
  ['토끼는 배가 고프다', '배가 고팠어요'],
  ['공을 차고 웃는다', '공을 차고 웃었어요'],
  ['넘어져서 울었다', '넘어져서 울었어요'],
  ['친구랑 싸웠는데 화해했다', '친구랑 싸웠는데 화해했어요'],
  ['안 먹는다', '안 먹었어요'],
  ['먹지 않는다', '먹지 않았어요'],
  ['"안녕!" 하고 말한다', '"안녕!" 하고 말했어요'],
  ['“같이 놀자”라고 말했다', '“같이 놀자”라고 말했어요'],
  ['“안녕!”', '“안녕!” 하고 말했어요'],
  ['같이 놀자', '“같이 놀자!” 하고 말했어요'],
  ['먹지 마', '“먹지 마!” 하고 말했어요'],
  ['으르렁!', '“으르렁!” 하고 소리쳤어요'],
  ['쿨쿨', '쿨쿨 잤어요'],
  ['ㅋㅋㅋ', 'ㅋㅋㅋ 하고 웃었어요'],
  ['집에 갈 것이다', '집에 갈 것 같았어요'],
  ['새싹이 쓰러질 것 같다', '새싹이 쓰러질 것 같았어요'],
  ['비가 올까', '비가 올까 궁금했어요'],
  ['집에 가고싶어요', '집에 가고 싶었어요'],
  ['날고십다', '날고 싶었어요'],
  ['친구한테 인사했따', '친구한테 인사했어요'],
  ['재밋다', '재미있었어요'],
  ['기뻐요🐰', '기뻤어요'],
  ['토끼는 잔다. 곰은 논다', '잤어요 / 곰은 놀았어요'],
];

/** Words nothing is done to. */
const KEPT: readonly (readonly [typed: string, understood: string])[] = [
  ['토끼가 당근을 먹었어요.', 'kept: 토끼가 당근을 먹었어요.'],
  ['토끼가 당근을 먹었어요', 'kept: 토끼가 당근을 먹었어요.'],
  ['공을 찼어요!', 'kept: 공을 찼어요!'],
  ['의자에 앉았다.', 'kept: 의자에 앉았다.'],
  ['눈이 내려요.', 'kept: 눈이 내려요.'],
  ['달려요!🐰', 'kept: 달려요!🐰'],
  ['비가 올까요?', 'kept: 비가 올까요?'],
  ['친구가 되었으면 좋겠다', 'kept: 친구가 되었으면 좋겠어요.'],
  ['배가 고파서', 'reason: 배가 고파서'],
  ['비 때문에', 'reason: 비 때문에'],
  ['공', 'noun: 공'],
  ['바다', 'noun: 바다'],
  ['무서운 마음', 'noun: 무서운 마음'],
  ['맛있는 당근', 'noun: 맛있는 당근'],
  ['모자', 'noun: 모자'],
  ['강아지', 'noun: 강아지'],
  ['이야기책', 'noun: 이야기책'],
  ['The rabbit runs', 'words: The rabbit runs'],
  ['!!!', 'words: !!!'],
  ['3', 'words: 3'],
  ['🎉', 'words: 🎉'],
];

describe('a typed clause', () => {
  it.each(PAST)('%s is told as %s', (typed, past) => {
    expect(read(typed)).toBe(past);
  });

  it.each(KEPT)('%s is understood as %s', (typed, understood) => {
    expect(read(typed)).toBe(understood);
  });
});

describe('the subject of a clause', () => {
  it.each([
    ['토끼가 뛴다', 'name'],
    ['배가 고프다', 'inner'],
    ['비가 온다', 'own'],
    ['곰은 논다', 'own'],
    ['강아지는 짖는다', 'own'],
    ['친구가 되었다', 'none'],
    ['높이높이 올라간다', 'none'],
    ['작은 꽃을 심는다', 'none'],
    ['같이 뛴다', 'none'],
    ['고양이를 쓰다듬는다', 'none'],
  ])('%s: %s', (typed, subject) => {
    const [clause] = readClauses(typed, ['토끼']);
    expect(clause?.kind === 'predicate' && clause.subject).toBe(subject);
  });
});
