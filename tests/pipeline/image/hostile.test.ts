import { describe, expect, it } from 'vitest';
import { receivePicture } from '../../../src/pipeline/image/receive.ts';
import { gif, png } from './crafted.ts';
import { golden, LIMITS } from './drawn.ts';
import { type Hostile, spoiled } from './hostile.ts';
import { strangers } from './strangers.ts';

const heic = golden('turned-6.heic');

async function refusedAsSaid({ bytes, code, details }: Hostile): Promise<void> {
  const refused = receivePicture(bytes, { limits: LIMITS, name: 'holiday.jpg' });
  await expect(refused).rejects.toMatchObject({ name: 'TalesError', code, ...(details && { details }) });
}

describe('what is no picture is refused by what it is, whatever its name says', () => {
  it.each(strangers().map((stranger) => [stranger.what, stranger] as const))('%s', (_what, stranger) =>
    refusedAsSaid(stranger),
  );
});

const broken = await spoiled(heic);
describe('what is broken or lies is refused by its fault', () => {
  it.each(broken.map((hostile) => [hostile.what, hostile] as const))('%s', (_what, hostile) => refusedAsSaid(hostile));
});

describe('limits', () => {
  const square = png({ width: 40, height: 40, data: Buffer.alloc(40 * 121) });

  it('holds the length against its limit, before looking at what it is', async () => {
    const limits = { ...LIMITS, bytes: square.length - 1 };
    await expect(receivePicture(square, { limits })).rejects.toMatchObject({
      code: 'picture-too-large',
      details: { size: square.length, limit: square.length - 1 },
    });
    expect((await receivePicture(square, { limits: { ...LIMITS, bytes: square.length } })).picture.width).toBe(40);
  });

  it('holds the pixels against their limit', async () => {
    await expect(receivePicture(square, { limits: { ...LIMITS, pixels: 1599 } })).rejects.toMatchObject({
      code: 'picture-too-many-pixels',
      details: { width: 40, height: 40, limit: 1599 },
    });
    expect((await receivePicture(square, { limits: { ...LIMITS, pixels: 1600 } })).picture.height).toBe(40);
  });

  it('allows fewer pixels to formats that need more memory for each', async () => {
    const avif = golden('giant.avif');
    await expect(receivePicture(avif, { limits: { ...LIMITS, pixels: 50e6 } })).rejects.toMatchObject({
      code: 'picture-too-many-pixels',
      details: { width: 6000, height: 6000, limit: Math.floor((50e6 * 11) / 18) },
    });
  });

  it('takes the first frame up to the limit of frames', async () => {
    expect((await receivePicture(gif(100), { limits: LIMITS })).picture).toMatchObject({ width: 16, height: 16 });
    await expect(receivePicture(gif(101), { limits: LIMITS })).rejects.toMatchObject({
      code: 'picture-too-many-frames',
      details: { frames: 101, limit: 100 },
    });
  });
});

describe('cancelling', () => {
  const square = png({ width: 40, height: 40, data: Buffer.alloc(40 * 121) });

  it('refuses to begin', async () => {
    const signal = AbortSignal.abort();
    await expect(receivePicture(square, { limits: LIMITS, signal })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('ends a HEIC that is being decoded, and one that waits for its turn', async () => {
    const giant = golden('giant.heic');
    const controller = new AbortController();
    const both = [1, 2].map(() => receivePicture(giant, { limits: LIMITS, signal: controller.signal }));
    setImmediate(() => controller.abort());
    for (const each of await Promise.allSettled(both)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
    // Nothing is left occupied.
    expect((await receivePicture(square, { limits: LIMITS })).picture.width).toBe(40);
  });
});
