// The host and services that are out of reach, and platforms that ask for what went unheard.
import { expect, it, vi } from 'vitest';
import type { Reception } from '../../src/bots/types.ts';
import { TalesError } from '../../src/errors.ts';
import { A, MINA } from './conversation/talk.ts';
import { createWorld } from './world.ts';

const unreachable = () => new TalesError('service-unreachable', { service: 'Fake' }, { retryable: true });

it('tries a service that is out of reach again, and catches up when it is there', async () => {
  const world = createWorld();
  const first = world.live();
  await first.host.start();
  await first.platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });
  await first.host.idle();
  await first.host.stop();
  const { platform, time } = world.live();
  const start = vi.spyOn(platform, 'start').mockRejectedValueOnce(unreachable());
  const onUnreachable = vi.fn();
  const second = world.live({}, { platforms: [platform], clock: time.clock, onUnreachable });
  await second.host.start();
  expect(platform.catchUps).toHaveLength(0);
  time.pass(10);
  await second.host.idle();
  expect(start).toHaveBeenCalledTimes(2);
  expect(onUnreachable.mock.calls).toEqual([[expect.objectContaining({ code: 'service-unreachable' })]]);
  expect(platform.catchUps).toHaveLength(1);
  await second.host.stop();
});

it('does not start at all when trying again would not help', async () => {
  const world = createWorld();
  const { platform } = world.live();
  vi.spyOn(platform, 'start').mockRejectedValue(
    new TalesError('service-login', { service: 'Fake', variable: 'FAKE_TOKEN' }),
  );
  const { host } = world.live({}, { platforms: [platform] });
  await expect(host.start()).rejects.toMatchObject({ code: 'service-login' });
  await host.stop();
});

it('shows a platform the facts, tells it when they change, and catches its threads up when it has missed something', async () => {
  const world = createWorld();
  const { platform } = world.live();
  let reception: Reception | undefined;
  const start = platform.start.bind(platform);
  platform.start = async (given) => {
    reception = given;
    await start(given);
  };
  const { host } = world.live({}, { platforms: [platform] });
  await host.start();
  await platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko', title: '달' });
  expect(await reception?.look('t')).toMatchObject({ title: '달' });
  expect(await reception?.look('elsewhere')).toBeUndefined();
  const changed: string[] = [];
  reception?.watch((thread) => void changed.push(thread));
  await platform.say({ type: 'submitted', id: 'named', actor: MINA, form: 'book', values: { authors: '별이' } });
  expect(changed).toContain('t');
  await reception?.missed();
  await host.idle();
  expect(platform.catchUps).toHaveLength(1);
  await host.stop();
});

it('answers at once however slow the disk is, and loses nothing by it', async () => {
  const world = createWorld();
  let free: () => void = () => {};
  const slow = new Promise<void>((resolve) => {
    free = resolve;
  });
  const blobs = {
    ...world.blobs,
    put: async (key: string, bytes: Uint8Array) => {
      await slow;
      await world.blobs.put(key, bytes);
    },
  };
  const { host, platform } = world.live({}, { blobs });
  await host.start();
  await platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });
  const posted = { type: 'posted', id: 'post', actor: MINA, pictures: [{ source: 'p', place: '1' }] } as const;
  await platform.say(posted, { uploads: [{ source: 'p', read: async () => new Uint8Array([7]) }] });
  await platform.say({ type: 'submitted', id: 'fill', actor: MINA, form: 'A', scene: 's1', values: A });
  await platform.say({ type: 'pressed', id: 'make', actor: MINA, action: { type: 'make', request: 1 } });
  expect(world.books()).toHaveLength(0);
  free();
  await vi.waitFor(() => expect(world.books()).toHaveLength(1), { timeout: 40_000, interval: 2 });
  await host.stop();
});

it('brings the book however long the service is out of reach', async () => {
  const world = createWorld();
  let isOut = false;
  const before = (): void => {
    if (isOut) throw unreachable();
  };
  const { host, platform, time } = world.live({ before });
  await host.start();
  await platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });
  const posted = { type: 'posted', id: 'post', actor: MINA, pictures: [{ source: 'p', place: '1' }] } as const;
  await platform.say(posted, { uploads: [{ source: 'p', read: async () => new Uint8Array([7]) }] });
  await platform.say({ type: 'submitted', id: 'fill', actor: MINA, form: 'A', scene: 's1', values: A });
  await vi.waitFor(() => expect(world.card().pictures[0]?.state).toBe('ready'), { timeout: 40_000, interval: 2 });
  isOut = true;
  await platform.say({ type: 'pressed', id: 'make', actor: MINA, action: { type: 'make', request: 1 } });
  for (let tries = 0; tries < 20; tries += 1) {
    await host.idle();
    time.pass(1000);
  }
  await host.idle();
  expect(world.books()).toHaveLength(0);
  isOut = false;
  time.pass(1000);
  await vi.waitFor(() => expect(world.books()).toHaveLength(1), { timeout: 40_000, interval: 2 });
  await host.stop();
});

it('deletes also what is no longer needed by the time that the rest is deleted', async () => {
  const world = createWorld();
  let free: () => void = () => {};
  const slow = new Promise<void>((resolve) => {
    free = resolve;
  });
  const blobs = {
    ...world.blobs,
    delete: async (key: string) => {
      await slow;
      return world.blobs.delete(key);
    },
  };
  const { host, platform } = world.live({}, { blobs });
  const doomed = async (): Promise<number> => (await world.sessions.get('fake:t'))?.doomed.length ?? 0;
  await host.start();
  await platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });
  for (const number of [1, 2]) {
    const source = `p${number}`;
    const pictures = [{ source, place: source }];
    const posted = { type: 'posted', id: `post-${source}`, actor: MINA, pictures } as const;
    await platform.say(posted, { uploads: [{ source, read: async () => new Uint8Array([7]) }] });
    await vi.waitFor(async () => expect(await doomed()).toBe(number), { timeout: 40_000, interval: 2 });
  }
  free();
  await host.idle();
  expect(await doomed()).toBe(0);
  await host.stop();
});
