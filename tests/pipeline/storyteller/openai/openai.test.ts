// The storyteller over a language model, as the rest of the house calls it: what it asks, and what becomes of the answers.
import { describe, expect, it } from 'vitest';
import type { Usage } from '../../../../src/jobs.ts';
import { createOpenAiStoryteller } from '../../../../src/pipeline/storyteller/openai.ts';
import type { Manuscript, Scene } from '../../../../src/story.ts';
import { storytellerContract } from '../../../contracts/storyteller.ts';
import { type Asked, answerWith, MODEL, scriptedModel, USAGE } from './scripted-model.ts';

const TOLD: Readonly<Record<number, string>> = {
  1: '별이는 언덕에 올라 달을 바라보았어요. 가슴이 두근두근 설렜지요.',
  2: '숲속에서 토리도 고개를 들었어요. 나뭇잎 사이로 달빛이 쏟아졌어요.',
  3: '콩이는 풀밭에 누워 노래를 흥얼거렸어요. 달도 귀를 기울이는 것 같았어요.',
  4: '루나는 친구들 곁에 살며시 앉았어요. 모두 함께 달님에게 손을 흔들었답니다.',
};
const OTHER: Readonly<Record<number, string>> = {
  1: '“와, 보름달이에요!” 별이가 언덕 위에서 외쳤어요. 밤바람이 살랑 불어왔지요.',
  3: '저녁밥을 먹은 콩이가 마당으로 나왔어요. 하늘이 온통 환했어요.',
};

const numbersIn = (pages: readonly { readonly number: number }[]) => pages.map(({ number }) => number);
/** The pages that are to be written, as a model reads them in the task. */
const numbersAsked = ({ question }: Asked): readonly number[] =>
  (/쓸 쪽: 모두 \d+쪽 가운데 ([\d, ]+)쪽/.exec(question.task)?.[1] ?? '').split(', ').map(Number);
const answerTo =
  (texts: Readonly<Record<number, string>>) =>
  (asked: Asked): unknown =>
    answerWith(Object.fromEntries(numbersAsked(asked).map((number) => [number, texts[number] ?? ''])));
const willing = () => scriptedModel(answerTo(TOLD));

storytellerContract('openai', () => createOpenAiStoryteller(willing()));

const scene = (name: string, more: Partial<Scene> = {}): Scene => ({
  fields: { name, i_action: '달을 바라본다', classification: '자연탐구' },
  ...more,
});
const OWN = ' 콩이는 내 친구다!!\n진짜 착하다 ';
const book: Manuscript = {
  title: '달빛 소풍',
  locale: 'ko',
  level: '저학년',
  seed: 7,
  scenes: [scene('별이'), scene('토리'), scene('콩이', { text: OWN }), scene('루나')],
};
const ALL = [0, 1, 2, 3];

interface Shown {
  readonly title?: string;
  readonly pages: readonly { readonly number: number; readonly text?: string; readonly told_before?: string }[];
}
const shownIn = (asked: Asked | undefined): Shown => asked?.question.material as Shown;

describe('the whole book', () => {
  it('is told in one question that shows every scene in order', async () => {
    const model = willing();
    const told = await createOpenAiStoryteller(model).tell(book, ALL);
    expect(told.map(({ text }) => text)).toEqual([TOLD[1], TOLD[2], OWN, TOLD[4]]);
    expect(model.asked).toHaveLength(1);
    const { title, pages } = shownIn(model.asked[0]);
    expect(title).toBe('달빛 소풍');
    expect(numbersIn(pages)).toEqual([1, 2, 3, 4]);
    expect(model.asked[0]?.question).toMatchObject({ seed: 7, name: expect.stringMatching(/^[a-z_]+$/) });
  });

  it('carries the model’s name, so that the book can say who wrote it', async () => {
    const [told] = await createOpenAiStoryteller(willing()).tell(book, [0]);
    expect(told?.source).toEqual({ kind: 'model', engine: MODEL });
  });

  it('shows a child’s own page as one that stands, and asks for the others alone', async () => {
    const model = willing();
    await createOpenAiStoryteller(model).tell(book, ALL);
    const [asked] = model.asked;
    expect(asked && numbersAsked(asked)).toEqual([1, 2, 4]);
    expect(shownIn(asked).pages[2]?.text).toBe('콩이는 내 친구다!!\n진짜 착하다');
    expect(asked?.question.task).toContain('text가 있는 쪽은 그대로');
  });

  it('needs no model where every page has its own words', async () => {
    const model = scriptedModel(() => expect.fail('nobody was to be asked'));
    const own = { ...book, scenes: [scene('별이', { text: '내 글' }), scene('토리', { text: '네 글' })] };
    const done: number[] = [];
    const told = await createOpenAiStoryteller(model).tell(own, [1, 0], { onPage: (index) => done.push(index) });
    expect(told.map(({ text }) => text)).toEqual(['네 글', '내 글']);
    expect(done).toEqual([1, 0]);
    expect(model.asked).toEqual([]);
  });

  it('joins the lines of a page to one paragraph', async () => {
    const lines = '별이는 언덕에 올랐어요.\r\n\r\n  달이 참 밝았지요. \u202e';
    const model = scriptedModel(() => answerWith({ 1: lines }));
    const [told] = await createOpenAiStoryteller(model).tell(book, [0]);
    expect(told?.text).toBe('별이는 언덕에 올랐어요. 달이 참 밝았지요.');
  });
});

describe('a page told again', () => {
  const standing = (index: number): Scene => ({ ...scene('토리'), told: TOLD[index + 1] ?? '' });
  const scenes = [scene('별이'), standing(1), scene('콩이', { text: OWN }), standing(3)];

  it('is shown between the pages that stand, and nothing else is asked for', async () => {
    const model = scriptedModel(() => answerWith({ 1: OTHER[1] ?? '' }));
    const told = await createOpenAiStoryteller(model).tell({ ...book, scenes }, [0]);
    expect(told.map(({ text }) => text)).toEqual([OTHER[1]]);
    const [asked] = model.asked;
    expect(asked && numbersAsked(asked)).toEqual([1]);
    expect(shownIn(asked).pages.map(({ text }) => text)).toEqual([undefined, TOLD[2], OWN.trim(), TOLD[4]]);
  });

  it('may not say again what a standing page says', async () => {
    const copied = `별이 곁에서도 ${TOLD[2]}`;
    const model = scriptedModel((_, before) => answerWith({ 1: before === 0 ? copied : (OTHER[1] ?? '') }));
    const [told] = await createOpenAiStoryteller(model).tell({ ...book, scenes }, [0]);
    expect(told?.text).toBe(OTHER[1]);
    expect(model.asked[1]?.faults).toEqual([expect.stringContaining('2쪽과 거의 같은 글')]);
  });

  it('differs from what it said before, where that is known', async () => {
    const again = [{ ...scene('별이'), told: TOLD[1] ?? '' }, ...scenes.slice(1)];
    const model = scriptedModel((_, before) => answerWith({ 1: (before === 0 ? TOLD : OTHER)[1] ?? '' }));
    const [told] = await createOpenAiStoryteller(model).tell({ ...book, scenes: again }, [0]);
    expect(told?.text).toBe(OTHER[1]);
    expect(shownIn(model.asked[0]).pages[0]).toMatchObject({ told_before: TOLD[1] });
    expect(shownIn(model.asked[0]).pages[0]).not.toHaveProperty('text');
    expect(model.asked[0]?.question.task).toContain('told_before가 있는 쪽');
    expect(model.asked[1]?.faults).toEqual([expect.stringContaining('told_before와 거의 같은')]);
  });

  it('dwells on something else than the telling before, whether or not the service heeds seeds', async () => {
    const model = willing();
    const teller = createOpenAiStoryteller(model);
    for (const seed of [7, 8, 9]) await teller.tell({ ...book, seed }, [0]);
    expect(new Set(model.asked.map(({ question }) => question.task)).size).toBe(3);
    expect(model.asked.map(({ question }) => question.seed)).toEqual([7, 8, 9]);
  });
});

describe('an answer that cannot be used', () => {
  it('goes back once with its faults', async () => {
    const model = scriptedModel((asked) =>
      asked.faults.length === 0 ? answerWith({ 1: '달이 떴다', 9: '딴 쪽' }) : answerTo(TOLD)(asked),
    );
    const told = await createOpenAiStoryteller(model).tell(book, [0, 1]);
    expect(told.map(({ text }) => text)).toEqual([TOLD[1], TOLD[2]]);
    expect(model.asked[1]?.faults.join('\n')).toMatch(/9쪽: 이번에 쓸 쪽이 아닙니다.*2쪽: 글이 없습니다/s);
  });

  it('fails for people to see when it stays so, and nobody else writes in its place', async () => {
    const model = scriptedModel(() => answerWith({ 1: 'The moon is up.' }));
    const failed = createOpenAiStoryteller(model).tell(book, [0]);
    await expect(failed).rejects.toMatchObject({
      code: 'answer-unusable',
      details: { model: MODEL },
      retryable: false,
    });
    expect(model.asked).toHaveLength(2);
  });

  it('is one with a page twice, or with a number that is no page', async () => {
    const page = { number: 1, text: TOLD[1] };
    for (const extra of [page, { number: 1.5, text: '' }, { number: -1, text: '' }, { number: 2, text: TOLD[2] }]) {
      const model = scriptedModel(() => ({ ...answerWith({}), pages: [page, extra] }));
      await expect(createOpenAiStoryteller(model).tell(book, [0])).rejects.toMatchObject({ code: 'answer-unusable' });
    }
  });

  it('is one of another shape', async () => {
    const model = scriptedModel(() => ({ pages: ['별이는 달을 보았어요.'] }));
    await expect(createOpenAiStoryteller(model).tell(book, [0])).rejects.toMatchObject({ code: 'answer-unusable' });
  });
});

describe('around the question', () => {
  it('what it cost is told, also of the second try', async () => {
    const used: Usage[] = [];
    const model = scriptedModel((asked) => (asked.faults.length === 0 ? {} : answerTo(TOLD)(asked)));
    await createOpenAiStoryteller(model).tell(book, [0], { onUsage: (usage) => used.push(usage) });
    expect(used).toEqual([USAGE, USAGE]);
  });

  it('no page is told of while it has no text', async () => {
    const done: number[] = [];
    const early: number[][] = [];
    const model = scriptedModel((asked) => {
      early.push([...done]);
      return answerTo(TOLD)(asked);
    });
    await createOpenAiStoryteller(model).tell(book, [3, 2, 0], { onPage: (index) => done.push(index) });
    expect(early).toEqual([[2]]);
    expect(done).toEqual([2, 3, 0]);
  });

  it('a question that is no longer wanted is given up, and its pages are not told', async () => {
    const control = new AbortController();
    const model = scriptedModel((asked) => {
      control.abort();
      return answerTo(TOLD)(asked);
    });
    const done: number[] = [];
    const told = createOpenAiStoryteller(model).tell(book, [0], {
      signal: control.signal,
      onPage: (index) => done.push(index),
    });
    await expect(told).rejects.toMatchObject({ code: 'cancelled' });
    expect(done).toEqual([]);
  });

  it('a page wanted twice is asked for once', async () => {
    const model = willing();
    const told = await createOpenAiStoryteller(model).tell(book, [1, 1]);
    expect(told.map(({ text }) => text)).toEqual([TOLD[2], TOLD[2]]);
    expect(model.asked[0] && numbersAsked(model.asked[0])).toEqual([2]);
  });
});
