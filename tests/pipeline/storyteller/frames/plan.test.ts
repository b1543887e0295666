// What the grammars are given, whatever was typed.
import { describe, expect, it } from 'vitest';
import { splitItems, tidy } from '../../../../src/pipeline/storyteller/frames/items.ts';
import { planBook } from '../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields, Manuscript } from '../../../../src/story.ts';

const fields = (more: Partial<Fields> = {}): Fields => ({
  name: '토끼',
  i_action: '뛴다',
  classification: '의사소통',
  ...more,
});
const book = (scenes: Manuscript['scenes']): Manuscript => ({ locale: 'ko', level: '저학년', seed: 1, scenes });

describe('items of a field', () => {
  it.each([
    ['토끼, 곰, 여우', ['토끼', '곰', '여우']],
    ['토끼，곰、여우', ['토끼', '곰', '여우']],
    [' 토끼 ,, 곰 , ', ['토끼', '곰']],
    [',,,', []],
    ['1,000마리 개미, 곰', ['1,000마리 개미', '곰']],
    ['“하나, 둘, 셋!” 하고 센다, 웃는다', ['“하나, 둘, 셋!” 하고 센다', '웃는다']],
    ['"가자, 얘들아", 뛴다', ['"가자, 얘들아"', '뛴다']],
    ['곰(아기, 엄마), 여우', ['곰(아기, 엄마)', '여우']],
    ['" 토끼, 곰', ['" 토끼', '곰']],
    ['토끼\n곰', ['토끼', '곰']],
    ['공을 차고, 웃었어요.', ['공을 차고, 웃었어요.']],
    ['뛴다, 논다.', ['뛴다', '논다.']],
  ])('%j', (text, items) => {
    expect(splitItems(text, 'ko')).toEqual(items);
  });

  it('keeps an English sentence with a comma whole', () => {
    expect(splitItems('The rabbit ran fast, then slept.', 'en')).toEqual(['The rabbit ran fast, then slept.']);
    expect(splitItems('runs, jumps', 'en')).toEqual(['runs', 'jumps']);
  });

  it('composes letters, drops invisible ones and single blanks remain', () => {
    expect(tidy('  토\u200b끼\t 뛴다\r\n\r\n곰  '.normalize('NFD'))).toBe('토끼 뛴다\n곰');
  });
});

describe('the plan of a book', () => {
  it('knows where a page stands', () => {
    const positions = (count: number) =>
      planBook(book(Array.from({ length: count }, () => ({ fields: fields() })))).pages.map(({ position }) => position);
    expect(positions(1)).toEqual(['only']);
    expect(positions(4)).toEqual(['opening', 'middle', 'middle', 'closing']);
  });

  it('knows who comes back', () => {
    const scenes = [
      { fields: fields({ character: '곰, 여우' }) },
      { fields: fields({ name: '여우', character: '새' }) },
      { fields: fields({ name: '새', character: '토끼, 개미' }) },
    ];
    expect(planBook(book(scenes)).pages.map(({ returning }) => returning)).toEqual([[], ['여우'], ['새', '토끼']]);
  });

  it('leaves out a caption in another language, a blank title and blank fields', () => {
    const caption = { text: 'a rabbit', locale: 'en', source: { kind: 'person' } } as const;
    const plan = planBook({ ...book([{ fields: fields({ setting: '  ' }), caption }]), title: ' ' });
    expect(plan).not.toHaveProperty('title');
    expect(plan.pages[0]).not.toHaveProperty('caption');
    expect(plan.pages[0]?.settings).toEqual([]);
  });

  it('marks pages whose text is given', () => {
    expect(
      planBook(book([{ fields: fields(), text: '' }, { fields: fields() }])).pages.map(({ fixed }) => fixed),
    ).toEqual([true, false]);
  });
});
