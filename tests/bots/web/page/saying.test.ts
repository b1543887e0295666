// What the page says of how things stand: never that all is safe while something waits, and nothing twice.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pretendBrowser } from './pretend.ts';

beforeAll(() => void pretendBrowser());
afterAll(() => void vi.unstubAllGlobals());

describe('the sign that all is safe', () => {
  it.each([
    ['saved', 'none', 'Saved'],
    ['saved', 'sending', 'Uploading pictures…'],
    ['saved', 'stuck', 'Some pictures are not uploaded yet'],
    ['saving', 'none', 'Saving…'],
    ['saving', 'stuck', 'Some pictures are not uploaded yet'],
    ['kept', 'stuck', 'Kept on this computer'],
  ] as const)('with words %s and pictures %s says "%s"', async (fields, pictures, text) => {
    const { signOf } = await import('../../../../src/bots/web/page/save-sign.js');
    const sign = signOf(fields, pictures);
    expect(sign.text).toBe(text);
    expect(sign.look === 'saved').toBe(text === 'Saved');
  });
});

it('what was refused stands under its heading once, each file in a line', async () => {
  const { underHeadings } = await import('../../../../src/bots/web/page/notices.js');
  const one = 'Some could not be taken.\na.jpg: too large';
  expect(underHeadings([one, 'Some could not be taken.\nb.png: broken', one, 'Another thing.'])).toEqual([
    { heading: 'Some could not be taken.', lines: ['a.jpg: too large', 'b.png: broken'] },
    { heading: 'Another thing.', lines: [] },
  ]);
});
