// The small parts of the local page's server: bodies and how many are held, who is woken, which language is spoken.
import { describe, expect, it, vi } from 'vitest';
import { createBudget, readBody, readJson } from '../../../src/bots/web/bodies.ts';
import { follow } from '../../../src/bots/web/follow.ts';
import { withSafeHeaders } from '../../../src/bots/web/headers.ts';
import { languageOf } from '../../../src/bots/web/language.ts';
import { createRooms } from '../../../src/bots/web/rooms.ts';
import type { Seen } from '../../../src/bots/web/view-types.ts';
import { announcement } from '../../../src/bots/web/wording.ts';

const streamOf = (...sizes: readonly number[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(to) {
      for (const size of sizes) to.enqueue(new Uint8Array(size));
      to.close();
    },
  });

describe('a body', () => {
  it('is read up to its limit and no further', async () => {
    expect(await readBody(streamOf(3, 4), 7)).toHaveLength(7);
    expect(await readBody(null, 7)).toHaveLength(0);
    await expect(readBody(streamOf(3, 4), 6)).rejects.toMatchObject({ code: 'picture-too-large' });
  });

  it.each([
    ['another kind', 'text/plain', '{}', 100],
    ['no JSON', 'application/json', '{', 100],
    ['too much', 'application/json', '{"a":"bcdefgh"}', 8],
  ])('is not understood when it is %s', async (_, type, body, limit) => {
    const request = new Request('http://x/', { method: 'POST', headers: { 'content-type': type }, body });
    expect(await readJson(request, limit)).toBeUndefined();
  });
});

describe('the memory for files', () => {
  it('is given out in turn, never more than there is', async () => {
    const budget = createBudget(10);
    const order: string[] = [];
    const take = async (name: string, bytes: number): Promise<() => void> => {
      const giveBack = await budget.take(bytes);
      order.push(name);
      return giveBack;
    };
    const [one, two] = await Promise.all([take('one', 6), take('two', 4)]);
    const third = take('third', 5);
    const fourth = take('fourth', 1);
    two();
    two();
    await Promise.resolve();
    expect(order).toEqual(['one', 'two']);
    one();
    await Promise.all([third, fourth]);
    expect(order).toEqual(['one', 'two', 'third', 'fourth']);
  });

  it('lets something larger than all of it in alone', async () => {
    const budget = createBudget(10);
    const giveBack = await budget.take(1);
    const large = budget.take(99);
    const settled = vi.fn();
    void large.then(settled);
    await Promise.resolve();
    expect(settled).not.toHaveBeenCalled();
    giveBack();
    await large;
  });
});

describe('rooms', () => {
  it('wake those who look at a book when it changes, and nobody else', () => {
    const rooms = createRooms();
    const [here, elsewhere] = [vi.fn(), vi.fn()];
    const leave = rooms.watch('a', here);
    rooms.watch('b', elsewhere);
    rooms.touch('a');
    leave();
    rooms.touch('a');
    expect(here).toHaveBeenCalledTimes(1);
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('wait until something is so, or the time is over', async () => {
    const rooms = createRooms();
    let isSo = false;
    const waiting = rooms.until('a', async () => isSo, 60_000);
    isSo = true;
    rooms.touch('a');
    expect(await waiting).toBe(true);
    expect(await rooms.until('a', async () => false, 1)).toBe(false);
  });
});

describe('following a book', () => {
  const view = (heading: string): Seen => ({ at: 1, view: { state: 'deleted', heading, next: '' } });

  it('tells each state once, and breathes while nothing happens', async () => {
    const rooms = createRooms();
    const leaving = new AbortController();
    const states = [view('one'), view('one'), view('two')];
    const told: string[] = [];
    await follow({
      rooms,
      look: async () => states.shift() ?? view('two'),
      thread: 'a',
      signal: leaving.signal,
      heartbeat: 1,
      tell: async (data) => {
        const { view: seen } = JSON.parse(data) as { view: { heading: string } };
        told.push(seen.heading);
      },
      breathe: async () => {
        told.push('breath');
        if (told.includes('two')) leaving.abort();
        else rooms.touch('a');
      },
    });
    // Between the first and the last it was touched, but nothing had changed.
    expect(told).toEqual(['one', 'breath', 'breath', 'two', 'breath']);
  });
});

describe('what whoever starts the program is told', () => {
  const opened = {
    addresses: ['http://127.0.0.1:3210', 'http://192.168.0.7:3210'],
    code: '4821 9035',
    teacherCode: '1357 2468',
  };
  it('is where the page is and how to come in, in one language alone', () => {
    const korean = announcement(opened, 'ko');
    expect(korean).toHaveLength(4);
    for (const [index, fact] of [...opened.addresses, opened.code, opened.teacherCode].entries())
      expect(korean[index]).toContain(fact);
    expect(korean.map((line) => line.replace(/http\S+/, '')).join()).not.toMatch(/[a-z]/i);
    expect(announcement(opened, 'en').join()).not.toMatch(/[가-힣]/);
    const alone = { addresses: opened.addresses.slice(0, 1), teacherCode: opened.teacherCode };
    expect(announcement(alone, 'en')).toHaveLength(2);
  });
});

describe('what the browser is told not to do', () => {
  const policy = (type: string): string => {
    const headers = new Headers({ 'content-type': type });
    withSafeHeaders(headers);
    return headers.get('content-security-policy') ?? '';
  };
  it('is strictest for what people sent, and leaves the viewer of PDF files alone', () => {
    expect(policy('image/png')).toContain('sandbox');
    expect(policy('text/html; charset=utf-8')).toContain("script-src 'self'");
    expect(policy('application/pdf')).toBe("frame-ancestors 'none'");
  });
});

it.each([
  ['en', 'ko', 'ko', 'en'],
  [undefined, 'en-US,en;q=0.9,ko;q=0.8', 'ko', 'en'],
  [undefined, 'vi-VN,ko;q=0.5', 'en', 'ko'],
  [undefined, 'ja', 'ko', 'ko'],
  ['xx', undefined, 'en', 'en'],
] as const)(
  'whoever chose %s, with a browser in %s and a house in %s, is spoken to in %s',
  (chosen, accepted, house, spoken) => {
    expect(languageOf(chosen, accepted, house)).toBe(spoken);
  },
);
