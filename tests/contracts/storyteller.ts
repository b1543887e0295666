// What every storyteller promises, whichever engine is behind it.
import { describe, expect, test } from 'vitest';
import type { Storyteller } from '../../src/pipeline/types.ts';
import type { Manuscript, Scene } from '../../src/story.ts';

const scene = (name: string, more: Partial<Scene> = {}): Scene => ({
  fields: { name, i_action: '달을 바라본다', classification: '자연탐구', setting: '언덕, 숲속', feeling: '설렘' },
  ...more,
});

const caption = { text: '별이가 달을 바라본다', locale: 'ko', source: { kind: 'person' } } as const;
const OWN = '  내가 쓴 글.\n둘째 문단. ';

const manuscript: Manuscript = {
  title: '달빛 소풍',
  locale: 'ko',
  level: '저학년',
  seed: 7,
  scenes: [scene('별이', { caption }), scene('토리'), scene('콩이', { text: OWN }), scene('루나')],
};

export function storytellerContract(name: string, make: () => Storyteller | Promise<Storyteller>): void {
  describe(`${name} keeps the promises of a storyteller:`, () => {
    test('the texts come in the order in which they were wanted', async () => {
      const teller = await make();
      const inOrder = await teller.tell(manuscript, [0, 1, 3]);
      const backwards = await teller.tell(manuscript, [3, 1, 0]);
      expect(backwards).toEqual(inOrder.toReversed());
      for (const { text, locale, source } of inOrder) {
        expect(text.trim()).not.toBe('');
        expect(locale).toBe('ko');
        expect(source).toEqual({ kind: expect.stringMatching(/rules|model/), engine: teller.name });
      }
    });

    test('a page’s own text is returned word for word, as the person’s', async () => {
      const [told] = await (await make()).tell(manuscript, [2]);
      expect(told).toEqual({ text: OWN, locale: 'ko', source: { kind: 'person' } });
    });

    test('the same manuscript and seed give the same texts, whichever pages are wanted', async () => {
      const whole = await (await make()).tell(manuscript, [0, 1, 2, 3]);
      const [alone] = await (await make()).tell(manuscript, [3]);
      expect(alone).toEqual(whole[3]);
      expect(await (await make()).tell(manuscript, [0, 1, 2, 3])).toEqual(whole);
    });

    test('each page is reported once', async () => {
      const done: number[] = [];
      await (await make()).tell(manuscript, [3, 2, 0], { onPage: (index) => done.push(index) });
      expect(done.toSorted()).toEqual([0, 2, 3]);
    });

    test('nothing wanted is nothing told', async () => {
      expect(await (await make()).tell(manuscript, [])).toEqual([]);
    });

    test('a call that is no longer wanted rejects with `cancelled`', async () => {
      const signal = AbortSignal.abort();
      await expect((await make()).tell(manuscript, [0], { signal })).rejects.toMatchObject({ code: 'cancelled' });
    });

    test('a scene that is not there is refused', async () => {
      await expect((await make()).tell(manuscript, [9])).rejects.toThrow(RangeError);
    });
  });
}
