// What is kept in Redis, seen, exported and deleted by whoever runs the program. Skipped without redis-server.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { keptFor, type Session } from '../../../src/bots/index.ts';
import { createKeepingActions } from '../../../src/cli/keeping.ts';
import { createProgress } from '../../../src/cli/progress.ts';
import { readConfig } from '../../../src/config.ts';
import { openKeeping } from '../../../src/keeping.ts';
import { finished } from '../../bots/conversation/talk.ts';
import { freshFolder } from '../../support/folder.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../../support/redis.ts';

const DAY = 24 * 60 * 60 * 1000;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis({ lasting: true });
});
afterAll(() => server?.remove());

/** The place of a program that is there alone: each test has a number of the server for itself. */
async function house(number: number) {
  const url = `${server.url.replace(/\/$/, '')}/${number}`;
  const config = readConfig({ DATA_DIR: await freshFolder(), REDIS_URL: url, LOG_LEVEL: 'silent' });
  const open = () => openKeeping({ config, log: { warn: () => {} }, onLost: () => {} });
  const keep = async (platform: string, thread: string) => {
    const { stores, blobs, close } = await open();
    const sessions = stores.open<Session>({ namespace: 'sessions', ttl: 30 * DAY });
    const session = { ...finished(2).open(), id: `${platform}:${thread}`, platform, thread };
    await sessions.set(session.id, session);
    await stores.open({ namespace: 'slack-ledger', ttl: DAY }).set(`${thread} 1`, { thread });
    for (const key of keptFor(session)) await blobs.put(key, PNG);
    await close();
    return session;
  };
  let said = '';
  const stdout = {
    write(text: string): boolean {
      said += text;
      return true;
    },
  };
  const signal = new AbortController().signal;
  const progress = createProgress({ isTTY: false, write: () => true } as never, () => 0);
  const actions = createKeepingActions({ config, locale: 'ko', signal, progress, stdout, end: () => {} });
  return { config, open, keep, actions, said: () => said };
}

describe.skipIf(!HAS_REDIS)(`Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  it('shows its books, also while the program has it', async () => {
    const { keep, actions, said, open } = await house(1);
    await actions.books({});
    expect(said()).toMatch(/^보관하고 있는 책이 없어요: redis:\/\/127\.0\.0\.1/);
    await keep('web', 'abc');
    await keep('slack', 'T:C:1.1');
    const running = await open();
    onTestFinished(() => running.close());
    await actions.books({});
    expect(said()).toContain('web:abc\n  달빛 소풍 · 그림 2장 · 만든 책 1권');
    expect(said()).toContain('slack:T:C:1.1\n');
  });

  it('gives away everything of one book, and nothing of another', async () => {
    const { keep, actions } = await house(2);
    const book = await keep('web', 'abc');
    await keep('slack', 'T:C:1.1');
    const out = await freshFolder();
    await actions.export('web:abc', { out });
    const folder = join(out, 'web-abc');
    const written = JSON.parse(await readFile(join(folder, 'session.json'), 'utf8'));
    expect(written.session).toEqual(JSON.parse(JSON.stringify(book)));
    expect(written.platformMemory).toMatchObject([{ namespace: 'slack-ledger', key: 'abc 1' }]);
    expect(JSON.stringify(written)).not.toContain('T:C:1.1');
    expect((await readdir(join(folder, 'pictures'))).length).toBeGreaterThanOrEqual(2);
    expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('pictures/1.png');
  });

  it('loses a deleted book with its bytes, and no other; not while the program has it', async () => {
    const { keep, actions, said, open } = await house(3);
    const gone = await keep('web', 'abc');
    await keep('web', 'xyz');
    const running = await open();
    await running.blobs.put('pictures/of-another', PNG);
    await expect(actions.deleteBook('web:abc', { yes: true })).rejects.toMatchObject({ code: 'already-running' });
    await running.close();
    await actions.deleteBook('web:abc', { yes: true });
    expect(said()).toContain('지운 것: 그림 2장');
    const { stores, blobs, close } = await open();
    onTestFinished(close);
    const sessions = stores.open<Session>({ namespace: 'sessions', ttl: 30 * DAY });
    expect((await sessions.get('web:abc'))?.state).not.toBe('open');
    expect((await sessions.get('web:xyz'))?.state).toBe('open');
    for (const key of keptFor(gone)) expect(await blobs.get(key)).toBeUndefined();
    expect(await blobs.get('pictures/of-another')).toBeDefined();
  });
});
