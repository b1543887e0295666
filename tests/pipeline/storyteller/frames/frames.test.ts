// The built-in storyteller as the rest of the house calls it.
import { describe, expect, it } from 'vitest';
import { createFrames } from '../../../../src/pipeline/storyteller/frames.ts';
import type { Manuscript } from '../../../../src/story.ts';

const scene = (i_action: string, text?: string): Manuscript['scenes'][number] => ({
  fields: { name: '토끼', i_action, classification: '신체운동_건강' },
  ...(text === undefined ? {} : { text }),
});
const own = '  우리 토끼가 진짜 빨랐다!!\n내가 봤다  ';
const manuscript: Manuscript = {
  title: '달려라 토끼',
  locale: 'ko',
  level: '저학년',
  seed: 3,
  scenes: [scene('달린다'), scene('쉰다', own), scene('당근을 먹는다'), scene('잠을 잔다')],
};

describe('the storyteller frames', () => {
  it('tells the same page whichever pages are wanted, in the order wanted', async () => {
    const frames = createFrames();
    const all = await frames.tell(manuscript, [0, 1, 2, 3]);
    expect(await frames.tell(manuscript, [3, 0])).toEqual([all[3], all[0]]);
    expect(await frames.tell(manuscript, [])).toEqual([]);
  });

  it('says that rules made its text, and nothing but a person that of a given one', async () => {
    const [told, given] = await createFrames().tell(manuscript, [0, 1]);
    expect(told).toMatchObject({ locale: 'ko', source: { kind: 'rules', engine: 'frames' } });
    expect(given).toEqual({ text: own, locale: 'ko', source: { kind: 'person' } });
  });

  it('tells each page as it is finished', async () => {
    const pages: number[] = [];
    await createFrames().tell(manuscript, [2, 0], { onPage: (index) => pages.push(index) });
    expect(pages).toEqual([2, 0]);
  });

  it('tells another story for another seed', async () => {
    const frames = createFrames();
    expect(await frames.tell({ ...manuscript, seed: 4 }, [0, 2, 3])).not.toEqual(
      await frames.tell(manuscript, [0, 2, 3]),
    );
  });

  it('stops when it is no longer wanted', async () => {
    const signal = AbortSignal.abort();
    await expect(createFrames().tell(manuscript, [0], { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('stops between pages', async () => {
    const control = new AbortController();
    const told = createFrames().tell(manuscript, [0, 2], { signal: control.signal, onPage: () => control.abort() });
    await expect(told).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('refuses a page that is not there', async () => {
    await expect(createFrames().tell(manuscript, [4])).rejects.toThrow(RangeError);
  });
});
