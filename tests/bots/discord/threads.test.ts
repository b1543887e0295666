// How far a thread was told of: the mark moves only over what the conversation has heard.
import { describe, expect, it } from 'vitest';
import { newScene, newSession, type OpenSession } from '../../../src/bots/conversation/session.ts';
import type { Ask } from '../../../src/bots/discord/connection.ts';
import { DiscordFault } from '../../../src/bots/discord/faults.ts';
import { createPosting } from '../../../src/bots/discord/posting.ts';
import { createThreads } from '../../../src/bots/discord/threads.ts';
import type { WireMessage } from '../../../src/bots/discord/wire.ts';
import type { Inbound, Reception } from '../../../src/bots/types.ts';
import { TalesError } from '../../../src/errors.ts';

const THREAD = '1000';

const message = (id: string, attachments = 1): WireMessage => ({
  id,
  channel_id: THREAD,
  author: { id: '42' },
  type: 0,
  content: '',
  attachments: Array.from({ length: attachments }, (_, index) => ({
    id: `${id}${index}`,
    filename: `${index}.png`,
    size: 5,
    url: `https://x/${id}`,
  })),
});

const session = (sources: readonly string[] = [], mark?: string): OpenSession => ({
  ...newSession({
    id: `discord:${THREAD}`,
    platform: 'discord',
    thread: THREAD,
    born: '1',
    owner: '42',
    locale: 'ko',
    seed: 1,
  }),
  scenes: sources.map((source, index) => ({ ...newScene(`s${index}`, source), source })),
  ...(mark !== undefined && { mark }),
});

interface Options {
  readonly query?: Record<string, string>;
  readonly body?: { readonly content?: string };
}

/** @param there what the thread holds. */
function stage(there: readonly WireMessage[], known: OpenSession = session(), seesMessages = true) {
  const heard: Inbound[] = [];
  const asked: string[] = [];
  const said: string[] = [];
  const ask = (async (method: string, path: string, { query, body }: Options = {}) => {
    asked.push(path);
    if (method === 'POST') return said.push(body?.content ?? '');
    const [, one] = /messages\/(\d+)$/.exec(path) ?? [];
    if (one) {
      const found = there.find(({ id }) => id === one);
      if (!found) throw new DiscordFault({ status: 404, code: 10_008 });
      return found;
    }
    const after = BigInt(query?.['after'] ?? 0);
    const later = there.filter(({ id }) => BigInt(id) > after).sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
    // As Discord does: newest first, the oldest hundred after the one that was named.
    return later.slice(0, 100).reverse();
  }) as unknown as Ask;
  const log = { error: () => {}, warn: () => {}, info: () => {} } as never;
  const posting = createPosting({ ask, download: async () => ({ bytes: new Uint8Array(), mediaType: '' }), log });
  const reception: Reception = {
    receive: async (inbound) => {
      heard.push(inbound);
      return [];
    },
    look: async () => known,
    missed: async () => {},
    watch: () => {},
    classes: { receive: async () => [], look: async () => undefined, watch: () => {} },
  };
  const threads = createThreads({
    ask,
    posting,
    teachers: { roles: [] },
    rightsOf: () => 0n,
    seesMessages: () => seesMessages,
    log,
  });
  const catchUp = (mark?: string, awaited: readonly string[] = []) =>
    threads.catchUp(reception, THREAD, {
      to: 'thread',
      type: 'catch-up',
      key: 'back',
      awaited,
      ...(mark !== undefined && { mark }),
    });
  const told = () => heard.map(({ event, mark }) => [event.id, mark]);
  return { threads, reception, heard, told, asked, said, catchUp };
}

describe('a thread', () => {
  it('is not marked by a new message before the older ones were looked up', async () => {
    const { threads, reception, told, catchUp } = stage([message('1001'), message('1002'), message('1003')]);
    await threads.heard(reception, message('1003'));
    expect(told()).toEqual([['m1003', undefined]]);
    await catchUp();
    await threads.heard(reception, message('1004'));
    expect(told().slice(1)).toEqual([
      ['m1001', '1001'],
      ['m1002', '1002'],
      ['m1003', '1003'],
      ['m1004', '1004'],
    ]);
  });

  it('loses no picture by a change of its message, where messages may not be read', async () => {
    const emptied = message('1001', 0);
    for (const sees of [true, false]) {
      const { threads, reception, heard } = stage([emptied], session([`${THREAD}/1001/10010`]), sees);
      await threads.changed(reception, emptied);
      expect(heard.map(({ event }) => event)).toEqual(
        sees ? [{ type: 'withdrawn', id: 'u1001-', sources: [`${THREAD}/1001/10010`] }] : [],
      );
    }
  });

  it('loses nothing by a change that leaves its files alone', async () => {
    const { threads, reception, heard } = stage([], session([`${THREAD}/1001/10010`, `${THREAD}/1002/10020`]));
    await threads.changed(reception, message('1001'));
    expect(heard).toEqual([]);
  });

  it('has no mark moved over pictures that could not be kept, and says that they were not', async () => {
    const { threads, reception, heard, told, said } = stage([]);
    threads.opened(THREAD);
    const full: Reception = {
      ...reception,
      receive: async () => {
        throw new TalesError('store-unusable', { path: 'sessions', reason: 'full' });
      },
    };
    await threads.heard(full, message('1001'));
    expect(said).toEqual([expect.stringContaining('디스크가 가득 찼어요')]);
    await threads.heard(reception, message('1002'));
    expect(told()).toEqual([['m1002', undefined]]);
    expect(heard).toHaveLength(1);
  });

  it('has no mark moved either where not even the book could be looked at', async () => {
    const { threads, reception, told, said } = stage([]);
    const unusable: Reception = {
      ...reception,
      look: async () => {
        throw new TalesError('store-unusable', { path: 'sessions', reason: 'busy' });
      },
    };
    await threads.heard(unusable, message('1001'));
    expect(said).toEqual([]);
    threads.opened(THREAD);
    await threads.heard(unusable, message('1002'));
    expect(said).toHaveLength(1);
    await threads.heard(reception, message('1003'));
    expect(told()).toEqual([['m1003', undefined]]);
  });

  it('is forgotten to be complete when very many others were opened since, and is looked through again', async () => {
    const { threads, reception, told } = stage([]);
    threads.opened(THREAD);
    for (let other = 0; other < 5000; other++) threads.opened(`${20_000 + other}`);
    await threads.heard(reception, message('1001'));
    expect(told()).toEqual([['m1001', undefined]]);
  });

  it('that was caught up with while the gateway began anew is not complete', async () => {
    const { threads, reception, told } = stage([message('1001')]);
    const interrupting: Reception = {
      ...reception,
      receive(inbound) {
        threads.interrupted();
        return reception.receive(inbound);
      },
    };
    await threads.catchUp(interrupting, THREAD, { to: 'thread', type: 'catch-up', key: 'back', awaited: [] });
    await threads.heard(reception, message('1002'));
    expect(told()).toEqual([
      ['m1001', '1001'],
      ['m1002', undefined],
    ]);
  });

  it('that was opened just now is marked at once, until the gateway begins anew', async () => {
    const { threads, reception, told } = stage([]);
    threads.opened(THREAD);
    await threads.heard(reception, message('1001'));
    threads.interrupted();
    await threads.heard(reception, message('1002'));
    expect(told()).toEqual([
      ['m1001', '1001'],
      ['m1002', undefined],
    ]);
  });

  it('is read to its end, however long it is, and never marked backwards', async () => {
    const many = Array.from({ length: 250 }, (_, index) => message(`${2000 + index}`, index % 50 === 0 ? 1 : 0));
    const { told, catchUp } = stage(many, session([`${THREAD}/2000/20000`], '2100'));
    await catchUp('2100');
    expect(told()).toEqual([
      ['m2150', '2150'],
      ['m2200', '2200'],
    ]);
  });

  it('loses the pictures whose messages are gone, and none that a listing merely does not show', async () => {
    const sources = [`${THREAD}/1001/10010`, `${THREAD}/1002/10020`, '77/1003/10030', 'form/1004/10040'];
    const { heard, asked, catchUp } = stage([message('1002')], session(sources));
    await catchUp('1002');
    expect(heard.map(({ event }) => event).filter(({ type }) => type === 'withdrawn')).toEqual([
      { type: 'withdrawn', id: 'd1001', sources: [`${THREAD}/1001/10010`] },
    ]);
    expect(asked).toContain(`/channels/${THREAD}/messages/1001`);
  });

  it('takes the deletion of many messages at once', async () => {
    const sources = [`${THREAD}/1001/1`, `${THREAD}/1001/2`, `${THREAD}/1002/3`, `${THREAD}/1003/4`];
    const { threads, reception, heard } = stage([], session(sources));
    await threads.deleted(reception, THREAD, ['1001', '1003', '9999']);
    expect(heard[0]?.event).toMatchObject({ type: 'withdrawn', sources: [sources[0], sources[1], sources[3]] });
    await threads.deleted(reception, THREAD, ['8888']);
    expect(heard).toHaveLength(1);
  });

  it('says which awaited pictures are lost, and asks for the others where they lie', async () => {
    const elsewhere = { ...message('500'), channel_id: '77' };
    const { heard, catchUp } = stage([elsewhere], session());
    await catchUp('1001', ['77/500/5000', '77/600/6000', 'form/700/7000']);
    expect(heard.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'posted', pictures: [expect.objectContaining({ source: '77/500/5000' })] }),
      expect.objectContaining({ type: 'lost', sources: ['77/600/6000', 'form/700/7000'] }),
    ]);
  });
});
