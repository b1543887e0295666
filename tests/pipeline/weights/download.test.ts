// Fetching one file: where it lands, how it goes on after everything that can go wrong on the way, and who sees the token.
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/pipeline/weights/cache.ts';
import { ensureFile } from '../../../src/pipeline/weights/ensure-file.ts';
import type { HubModel } from '../../../src/pipeline/weights/manifest.ts';
import { MOST_TRIES } from '../../../src/pipeline/weights/retry.ts';
import type { HubFile } from '../../../src/pipeline/weights/types.ts';
import { largeFile, type Outside, type OutsideOptions, outside, smallFile } from '../../fakes/hub/outside.ts';
import { type FakeHub, type HubRequest, startHub, type Trouble } from '../../fakes/hub/server.ts';
import { freshFolder } from '../../support/folder.ts';

const MODEL: HubModel = {
  repo: 'someone/tiny',
  branch: 'main',
  revision: 'a'.repeat(40),
  files: ['config.json'],
  weights: ['model.safetensors'],
  approximateSize: 40_000,
};
const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * 7 + (index >> 8)) % 251));
const small = Buffer.from('{"model_type":"tiny"}');
const weights = largeFile('model.safetensors', bytes);
const config = smallFile('config.json', small);
const HALF = 20_000;

interface Setting extends Partial<Omit<OutsideOptions, 'home' | 'hub'>> {
  /** What goes wrong with the nth request for the weights' bytes, from 0. */
  readonly troubles?: readonly (Trouble | undefined)[];
  readonly trouble?: (request: HubRequest) => Trouble | undefined;
  readonly home?: string;
}

interface Scene {
  readonly hub: FakeHub;
  readonly context: Outside;
  readonly home: string;
  readonly fetch: (file?: HubFile) => Promise<number>;
  /** Ranges that were asked of the storage. */
  readonly ranges: () => readonly (string | undefined)[];
}

async function scene({ troubles = [], trouble, home, ...rest }: Setting = {}): Promise<Scene> {
  let asked = 0;
  const hub = await startHub({
    repo: MODEL.repo,
    revision: MODEL.revision,
    files: { 'config.json': small, 'model.safetensors': bytes },
    trouble: (request) => {
      if (request.origin === 'hub') return trouble?.(request);
      asked += 1;
      return troubles[asked - 1] ?? trouble?.(request);
    },
  });
  const place = home ?? (await freshFolder());
  const context = outside({ home: place, hub, ...rest });
  return {
    ...{ hub, context, home: place },
    fetch: (file = weights) => ensureFile(file, MODEL, context),
    ranges: () => hub.requests.filter(({ origin }) => origin === 'storage').map(({ range }) => range),
  };
}

const placeIn = (home: string, file: HubFile = weights) => placeOf({ home }, MODEL, file);

/** Kept when so many bytes of the weights have come. */
function whenDone(amount: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const onTell: OutsideOptions['onTell'] = (event) => {
    if (event.kind === 'progress' && event.done >= amount) resolve();
  };
  return { promise, onTell };
}

async function leavePart(home: string, part: Buffer): Promise<void> {
  const { part: path } = placeIn(home);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, part);
}

describe('a file of the hub', () => {
  it('lies under the name of its hash, with a relative link from its revision', async () => {
    const { fetch, home } = await scene();
    expect(await fetch()).toBe(bytes.length);
    expect(await fetch(config)).toBe(small.length);
    const { pointer, blob } = placeIn(home);
    const repo = join(home, 'hub', 'models--someone--tiny');
    expect(blob).toBe(join(repo, 'blobs', weights.hash.hex));
    expect(pointer).toBe(join(repo, 'snapshots', MODEL.revision, 'model.safetensors'));
    expect((await readFile(pointer)).equals(bytes)).toBe(true);
    expect(await readlink(pointer)).toBe(join('..', '..', 'blobs', weights.hash.hex));
    expect((await readdir(join(repo, 'blobs'))).sort()).toEqual([weights.hash.hex, config.hash.hex].sort());
  });

  it('is found and checked, not fetched, when another program has put it there', async () => {
    const { fetch, home, hub, context } = await scene();
    const { blob } = placeIn(home);
    await mkdir(dirname(blob), { recursive: true });
    await writeFile(blob, bytes);
    expect(await fetch()).toBe(0);
    expect(hub.requests).toEqual([]);
    expect(context.told.map(({ kind }) => kind)).toEqual(['checking', 'found']);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('is fetched anew when what is there is not what it should be', async () => {
    const { fetch, home, context } = await scene();
    await fetch();
    await writeFile(placeIn(home).blob, Buffer.from(bytes).fill(1, 0, 10));
    expect(await fetch()).toBe(bytes.length);
    expect(context.told.map(({ kind }) => kind)).toContain('broken');
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('lies in its revision itself where links are not allowed, and is found there', async () => {
    const symlink = async (): Promise<void> => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    };
    const { fetch, home, hub } = await scene({ tools: { symlink } });
    await fetch();
    const { pointer, blob } = placeIn(home);
    expect((await lstat(pointer)).isSymbolicLink()).toBe(false);
    expect((await readFile(pointer)).equals(bytes)).toBe(true);
    expect(existsSync(blob)).toBe(false);
    const before = hub.requests.length;
    expect(await fetch()).toBe(0);
    expect(hub.requests).toHaveLength(before);
  });
});

describe('the token', () => {
  it('is told to the hub and to no other host', async () => {
    const { fetch, hub } = await scene({ token: 'a-secret' });
    await fetch();
    await fetch(config);
    const heard = hub.requests.map(({ origin, authorization }) => [origin, authorization]);
    expect(heard).toContainEqual(['hub', 'Bearer a-secret']);
    expect(heard).toContainEqual(['storage', undefined]);
    expect(heard.filter(([origin, told]) => origin === 'storage' && told !== undefined)).toEqual([]);
  });

  it.each([401, 403])('that is missing or wrong (%i) is said at once', async (status) => {
    const { fetch, hub } = await scene({ trouble: () => ({ status }) });
    await expect(fetch()).rejects.toMatchObject({ code: 'hub-denied' });
    expect(hub.requests).toHaveLength(1);
  });
});

describe('a download that is disturbed', () => {
  it('goes on where the connection was cut', async () => {
    const half = whenDone(HALF);
    const { fetch, home, ranges, context } = await scene({
      troubles: [{ cutAt: HALF, until: half.promise }],
      onTell: half.onTell,
    });
    await fetch();
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
    expect(context.told.filter(({ kind }) => kind === 'retrying')).toHaveLength(1);
  });

  it('goes on with what was left by an earlier time', async () => {
    const { fetch, home, ranges } = await scene();
    await leavePart(home, bytes.subarray(0, 12_345));
    expect(await fetch()).toBe(bytes.length - 12_345);
    expect(ranges()).toEqual(['bytes=12345-']);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
    expect(existsSync(placeIn(home).part)).toBe(false);
  });

  it('asks for nothing when all of it was left', async () => {
    const { fetch, home, hub } = await scene();
    await leavePart(home, bytes);
    await fetch();
    expect(hub.requests).toEqual([]);
    expect((await readFile(placeIn(home).blob)).equals(bytes)).toBe(true);
  });

  it('takes the whole where ranges are ignored', async () => {
    const { fetch, home, ranges } = await scene({ troubles: [{ isRangeIgnored: true }] });
    await leavePart(home, bytes.subarray(0, 100));
    await fetch();
    expect(ranges()).toEqual(['bytes=100-']);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('starts over where its range is refused', async () => {
    const { fetch, home, ranges } = await scene({ troubles: [{ status: 416 }] });
    await leavePart(home, bytes.subarray(0, 100));
    await fetch();
    expect(ranges()).toEqual(['bytes=100-', undefined]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('starts over where the range that came is another', async () => {
    const { fetch, home, ranges } = await scene({ troubles: [{ shift: 5 }] });
    await leavePart(home, bytes.subarray(0, 100));
    await fetch();
    expect(ranges()).toEqual(['bytes=100-', undefined]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('starts over when the file has changed in between', async () => {
    const half = whenDone(HALF);
    const old = { cutAt: HALF, until: half.promise, etag: 'old', body: Buffer.alloc(bytes.length, 9) };
    const { fetch, home, ranges } = await scene({ troubles: [old], onTell: half.onTell });
    await fetch();
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`, undefined]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('starts over, once, when what was left turns out to be of another file', async () => {
    const { fetch, home, ranges } = await scene();
    await leavePart(home, Buffer.alloc(100, 9));
    await fetch();
    expect(ranges()).toEqual(['bytes=100-', undefined]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('waits as long as it is asked to when there are too many', async () => {
    const { fetch, context, home } = await scene({
      troubles: [{ status: 429, retryAfter: '17' }, { status: 503 }],
    });
    await fetch();
    expect(context.pauses).toEqual([17_000, 1000]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('gives up a hub that stays busy, and one that wants to be left alone for long', async () => {
    const busy = await scene({ trouble: () => ({ status: 429 }) });
    await expect(busy.fetch()).rejects.toMatchObject({ code: 'service-busy', retryable: true });
    expect(busy.hub.requests).toHaveLength(MOST_TRIES);
    const away = await scene({ trouble: () => ({ status: 429, retryAfter: '3600' }) });
    await expect(away.fetch()).rejects.toMatchObject({ code: 'service-busy' });
    expect(away.hub.requests).toHaveLength(1);
  });

  it('gives up when the same place is never passed, though bytes come each time', async () => {
    const { fetch, ranges } = await scene({
      trouble: ({ origin }) => (origin === 'storage' ? { cutAt: 100, isRangeIgnored: true } : undefined),
    });
    await expect(fetch()).rejects.toMatchObject({ code: 'service-unreachable', retryable: true });
    expect(ranges().length).toBeLessThanOrEqual(2 * MOST_TRIES);
  });

  it('takes a connection that falls silent for a broken one', async () => {
    const half = whenDone(HALF);
    const { fetch, home, ranges } = await scene({
      troubles: [{ pauseAt: HALF, until: new Promise(() => {}) }],
      tools: { silence: 200 },
      onTell: half.onTell,
    });
    await fetch();
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect((await readFile(placeIn(home).pointer)).equals(bytes)).toBe(true);
  });

  it('is said to be out of reach when nobody answers', async () => {
    const home = await freshFolder();
    const context = outside({ home, hub: { endpoint: 'http://127.0.0.1:9' } });
    await expect(ensureFile(weights, MODEL, context)).rejects.toMatchObject({
      code: 'service-unreachable',
      details: { service: '127.0.0.1:9' },
    });
  });

  it('says what the hub does not have', async () => {
    const { fetch } = await scene();
    const other = { ...config, path: 'other.json' };
    await expect(fetch(other)).rejects.toMatchObject({ code: 'hub-not-found' });
  });
});

describe('bytes that are wrong', () => {
  it.each([
    ['other ones', Buffer.alloc(bytes.length, 3)],
    ['too many', Buffer.concat([bytes, bytes])],
  ])('(%s) are deleted and said, and never become the file', async (_, body) => {
    const { fetch, home } = await scene({ troubles: [{ body }] });
    await expect(fetch()).rejects.toMatchObject({ code: 'download-corrupt', details: { file: 'model.safetensors' } });
    const { part, blob, pointer } = placeIn(home);
    expect([part, blob, pointer].filter((path) => existsSync(path))).toEqual([]);
  });
});

describe('stopping and full disks', () => {
  it('keeps what has come when it is called off, and goes on from there the next time', async () => {
    const half = whenDone(HALF);
    const first = await scene({ troubles: [{ pauseAt: HALF, until: new Promise(() => {}) }], onTell: half.onTell });
    const fetching = first.fetch();
    await half.promise;
    first.context.controller.abort();
    await expect(fetching).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readFile(placeIn(first.home).part)).equals(bytes.subarray(0, HALF))).toBe(true);
    const second = await scene({ home: first.home });
    await second.fetch();
    expect(second.ranges()).toEqual([`bytes=${HALF}-`]);
    expect((await readFile(placeIn(first.home).pointer)).equals(bytes)).toBe(true);
  });

  it('says so when the disk fills up, and keeps what has come', async () => {
    const half = whenDone(HALF);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const { fetch, home } = await scene({
      troubles: [{ pauseAt: HALF, until: half.promise }],
      onTell: half.onTell,
      tools: {
        freeBytes: async () => 123,
        async write(file, chunk, position) {
          if (position >= HALF) throw full;
          await file.write(chunk, 0, chunk.byteLength, position);
        },
      },
    });
    await expect(fetch()).rejects.toMatchObject({
      code: 'disk-too-small',
      details: { needed: bytes.length - HALF, free: 123 },
    });
    expect((await readFile(placeIn(home).part)).length).toBe(HALF);
  });

  it.skipIf(process.getuid?.() === 0)(
    'says that a folder cannot be written (skipped for the superuser, who may write everywhere)',
    async () => {
      const home = await freshFolder();
      await mkdir(join(home, 'hub'), { mode: 0o500 });
      const { fetch } = await scene({ home });
      await expect(fetch()).rejects.toMatchObject({ code: 'file-unwritable', details: { reason: 'denied' } });
    },
  );

  it('says that a file is in the way of its folder', async () => {
    const home = await freshFolder();
    await writeFile(join(home, 'hub'), 'a file');
    const { fetch } = await scene({ home });
    await expect(fetch()).rejects.toMatchObject({ code: 'file-unwritable' });
  });
});
