// Pages: a child's own sentence, people who come back, places that change, levels.
import { describe, expect, it } from 'vitest';
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { tellKorean } from '../../../../../src/pipeline/storyteller/frames/ko/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields, Manuscript, ReadingLevel } from '../../../../../src/story.ts';

type Given = Partial<Fields> & { readonly text?: string };
const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

function pages(given: readonly Given[], seed: number, level: ReadingLevel = '저학년'): readonly string[] {
  const scenes: Manuscript['scenes'] = given.map(({ text, ...fields }) => ({
    fields: { name: '토끼', i_action: '뛴다', classification: '사회관계', ...fields },
    ...(text === undefined ? {} : { text }),
  }));
  return tellKorean(planBook({ locale: 'ko', level, seed, scenes }), seededChoice(seed)).map((page) => page.join(' '));
}

describe("a child's own sentence", () => {
  it.each([
    ['토끼가 당근을 먹었어요.', /(?:^| )토끼가 당근을 먹었어요\./, /토끼[가는] 토끼/],
    ['공을 찼어요!', /토끼는 공을 찼어요!/, /찼어요!\./],
    ['비가 왔어요.', /토끼.*비가 왔어요\./, /토끼[가는] 비가/],
    ['의자에 앉았다.', /의자에 앉았다\./, /앉았어요/],
    ['“같이 놀자!” 하고 말했어요.', /“같이 놀자!” 하고 말했어요\./, /놀자!”!/],
  ])('%s stands as it was typed', (i_action, stands, never) => {
    for (const seed of SEEDS) {
      const [page] = pages([{ i_action }], seed);
      expect(page).toMatch(stands);
      expect(page).not.toMatch(never);
    }
  });

  it('is kept in the other fields too', () => {
    const own = {
      action: '곰도 웃었어요.',
      feeling: '진짜 신나요!',
      causalRelationship: '눈이 와서 그랬어요.',
      outcomeResolution: '우리가 이겼어요!!',
    };
    for (const seed of SEEDS)
      for (const sentence of Object.values(own)) expect(pages([own], seed)[0]).toContain(sentence);
  });

  it('that opens itself gets no second opening', () => {
    for (const seed of SEEDS) {
      const [page] = pages(
        [
          {
            i_action: '어느 날 숲에 갔다',
            outcomeResolution: '그래서 집을 찾았다',
            causalRelationship: '왜냐하면 배가 고팠다',
          },
        ],
        seed,
      );
      expect(page).toContain('어느 날 토끼가 숲에 갔어요.');
      expect(page).toMatch(/(?<!그래서 |마침내 |드디어 )그래서 집을 찾았어요\./);
      expect(page).not.toContain('왜냐하면 왜냐하면');
    }
  });
});

describe('people', () => {
  it('who come along again are greeted as such, and once', () => {
    for (const seed of SEEDS) {
      const [first, second] = pages([{ character: '거북이' }, { character: '거북이' }], seed);
      expect(first).not.toMatch(/이번에도 거북이|거북이도 또|거북이도 여전히|거북이를 여기서 또/);
      expect(second).toMatch(/이번에도 거북이|거북이도 또|거북이도 여전히|거북이를 여기서 또/);
    }
  });

  it('named in the action are not announced beside it', () => {
    for (const seed of SEEDS)
      expect(pages([{ i_action: '거북이를 만났다', character: '거북이' }], seed)[0]?.match(/거북이/g)).toHaveLength(1);
  });

  it('take 이 as given names and their particles in lists', () => {
    for (const seed of SEEDS) expect(pages([{ name: '민준, Luna, 곰' }], seed)[0]).toMatch(/민준이와 Luna와 곰[이은]/);
  });

  it('who tell of themselves are never told of as hearsay', () => {
    for (const seed of SEEDS) {
      const told = pages([{ name: '나' }, { name: '나', i_action: '웃는다', feeling: '기쁘다' }], seed).join(' ');
      expect(told).toMatch(/나는|내가/);
      expect(told).not.toMatch(/나가 |나의|대요|바로 나/);
    }
  });
});

describe('a place', () => {
  it('that stays is not introduced again', () => {
    for (const seed of SEEDS) {
      const [first, second] = pages([{ setting: '숲속' }, { setting: '숲속' }], seed);
      expect(first).toMatch(/숲속/);
      expect(second).toMatch(/아직 숲속이에요|숲속에서는 또/);
    }
  });

  it('typed with its particle takes no second one', () => {
    for (const seed of SEEDS) expect(pages([{ setting: '숲속에서' }], seed)[0]).not.toMatch(/에서에서|에서이/);
  });
});

describe('what a page foresees', () => {
  it('is not taken up on the next page', () => {
    for (const seed of SEEDS) {
      const told = pages([{ prediction: '집에 갈 것이다', text: '내 글' }, { i_action: '잔다' }], seed);
      expect(told[0]).toBe('');
      expect(told[1]).not.toContain('집에');
    }
  });

  it('stays foreseen on the last page', () => {
    for (const seed of SEEDS) {
      const last = pages([{}, { prediction: '바다에 갈 것이다' }], seed)[1];
      expect(last).toMatch(/(?:\. |! |다음에는 )바다에 갈 거예요\./);
    }
  });
});

describe('a reading level', () => {
  it('grows the page', () => {
    const sentences = (level: ReadingLevel) =>
      SEEDS.map(
        (seed) => pages([{}, { i_action: '당근을 먹는다' }, {}], seed, level)[1]?.split(/[.!?]+(?: |$)/).length ?? 0,
      );
    const mean = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const [small, middle, great] = [mean(sentences('유아')), mean(sentences('저학년')), mean(sentences('고학년'))];
    expect(small).toBeLessThan(middle);
    expect(middle).toBeLessThan(great);
  });

  it('keeps sad pages free of cheer', () => {
    for (const seed of SEEDS) {
      const told = pages(
        [{}, { i_action: '넘어져서 울었다', feeling: '슬프다', classification: '신체운동_건강' }, {}],
        seed,
        '고학년',
      )[1];
      expect(told).not.toMatch(/야호|씩씩하게|영차|이것 좀 보세요|와, /);
    }
  });
});
