// The storytellers that need no model, held to the promises of every storyteller.
import { expect, test } from 'vitest';
import { createByLocale } from '../../../src/pipeline/storyteller/by-locale.ts';
import { createFrames } from '../../../src/pipeline/storyteller/frames.ts';
import type { Storyteller } from '../../../src/pipeline/types.ts';
import { storytellerContract } from '../../contracts/storyteller.ts';

storytellerContract('frames', createFrames);
storytellerContract('frames by language', () => createByLocale({ ko: createFrames(), en: createFrames() }));

test('by language, a book in English never reaches the Korean teller', async () => {
  const korean: Storyteller = { name: 'ko', tell: () => Promise.reject(new Error('asked for English')) };
  const teller = createByLocale({ ko: korean, en: createFrames() });
  const fields = { name: 'Luna', i_action: 'runs', classification: '자연탐구' } as const;
  const [told] = await teller.tell({ locale: 'en', level: '저학년', seed: 1, scenes: [{ fields }] }, [0]);
  expect(told?.locale).toBe('en');
  expect(teller.name).toBe('ko');
});
