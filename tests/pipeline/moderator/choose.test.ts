// Which engines a configuration moderates: all that write or suggest, when it asks for it, and none otherwise.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { chooseKeywords, chooseModerator, chooseStoryteller } from '../../../src/pipeline/index.ts';
import type { Manuscript } from '../../../src/story.ts';

const on = readConfig({ MODERATION: 'on' });
const off = readConfig({});
const manuscript: Manuscript = {
  locale: 'ko',
  level: '유아',
  seed: 1,
  scenes: [{ fields: { name: '별이', i_action: '씨발', classification: '자연탐구' } }],
};
const before = [{ fields: { setting: '병신 나라' } }];

describe('a configuration', () => {
  it('has no moderator unless it asks for one', async () => {
    expect(await chooseModerator(off)).toBeUndefined();
    expect((await chooseModerator(on))?.name).toBe('local');
    expect(await chooseModerator(on)).toBe(await chooseModerator(on));
  });

  it('has its storyteller moderated when it asks for it', async () => {
    await expect((await chooseStoryteller(on)).tell(manuscript, [0])).rejects.toMatchObject({
      code: 'text-unsuitable',
      details: { places: [{ page: 1, part: 'i_action', topic: 'insult' }] },
    });
    expect(await (await chooseStoryteller(off)).tell(manuscript, [0])).toHaveLength(1);
  });

  it('has its suggestions moderated when it asks for it', async () => {
    const request = { locale: 'ko', scene: { fields: {} }, others: before } as const;
    expect((await (await chooseKeywords(off)).keywords(request)).suggested.setting).toContain('병신 나라');
    expect((await (await chooseKeywords(on)).keywords(request)).suggested.setting).not.toContain('병신 나라');
  });
});
