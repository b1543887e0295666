// What is measured of a page without a text to compare it with: its form, and whether it says what it had to.
import { describe, expect, test } from 'vitest';
import { formMeasures } from '../../../src/pipeline/evaluation/measures/form.ts';
import { requiredMeasures } from '../../../src/pipeline/evaluation/measures/required.ts';

describe('the form of a page', () => {
  test('has its length in sentences and in 어절', () => {
    expect(formMeasures('별이가 왔어요. "안녕!" 하고 말했어요.', '')).toMatchObject({
      sentences: 2,
      eojeol: 5,
      ended: 1,
    });
    expect(formMeasures('', '')).toMatchObject({ sentences: 0, eojeol: 0, ended: 0, hangul: 0 });
  });

  test('shows what repeats itself', () => {
    expect(formMeasures('가 나 다 가 나 다 가 나 다', '')).toMatchObject({
      repeated: 4 / 7,
      distinct1: 3 / 9,
      distinct2: 3 / 8,
    });
    expect(formMeasures('하나 둘 셋 넷 다섯', '')).toMatchObject({ repeated: 0, distinct1: 1, distinct2: 1 });
  });

  test('shows other scripts among the letters, and no numbers or marks', () => {
    expect(formMeasures('별이 3명!', '').hangul).toBe(1);
    expect(formMeasures('별abc日', '').hangul).toBe(1 / 5);
    expect(formMeasures('ㅋㅋ', '').hangul).toBe(1);
  });

  test('shows whether it breaks off', () => {
    expect(formMeasures('별이가 “안녕!”', '').ended).toBe(1);
    expect(formMeasures('별이가 달을 보았어요. 그리고', '').ended).toBe(0);
  });

  test('shows what was only copied from what the model read, but not across its fields', () => {
    const input = 'generate: <name> 별이 <i_action> 큰 달을 본다 <setting> 높은 언덕';
    expect(formMeasures('큰 달을 본다 별이', input).copied).toBe(1 / 2);
    expect(formMeasures('달을 본다 높은 언덕', input).copied).toBe(0);
    expect(formMeasures('별이', input).copied).toBe(0);
  });
});

describe('what had to be said', () => {
  const found = (name: string, action: string, told: string) => requiredMeasures(told, { name, action });

  test.each([
    ['달을 본다', '별이는 언덕에서 달을 보았어요.'],
    ['달을 본다', '밝은 달이 뜬 것을 봤답니다.'],
    ['노래를 부른다', '신나게 노래를 불렀어요.'],
    ['이야기를 듣는다', '할머니의 이야기를 들어요.'],
    ['쓰레기를 줍는다', '쓰레기를 주웠습니다.'],
    ['그림을 그리다', '그림을 그려요.'],
    ['달리기를 한다', '거북이와 달리기를 했어요.'],
  ])('%s is there in another form: %s', (action, told) => expect(found('', action, told)).toEqual({ action: 1 }));

  test('each word of the action counts', () => {
    expect(found('', '책을 읽는다', '책을 덮었어요.')).toEqual({ action: 0.5 });
    expect(found('', '책을 읽는다', '밥을 먹었어요.')).toEqual({ action: 0 });
  });

  test('what only says that it goes on is no word of the action', () => {
    expect(found('', '노래를 부르고 있다', '노래를 불렀어요.')).toEqual({ action: 1 });
    expect(found('', '노래를 부르고 있다', '모두 집에 있어요.')).toEqual({ action: 0 });
  });

  test('each name counts, whatever follows it and however it is spaced', () => {
    expect(found('토끼, 거북이', '', '토끼는 혼자였어요.')).toEqual({ name: 0.5 });
    expect(found('아기 곰', '', '아기곰이 왔어요.')).toEqual({ name: 1 });
  });

  test('what was not given is not measured', () => expect(found('', '', '별이가 왔어요.')).toEqual({}));
});
