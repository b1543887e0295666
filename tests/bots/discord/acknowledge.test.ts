// Every press is answered within three seconds, whatever happens behind it.
import { describe, expect, it } from 'vitest';
import { createAcknowledge } from '../../../src/bots/discord/acknowledge.ts';
import { onlyText, type Response } from '../../../src/bots/discord/answers.ts';
import { createCallbacks } from '../../../src/bots/discord/callbacks.ts';
import type { Ask } from '../../../src/bots/discord/connection.ts';
import { DiscordFault, unreachable } from '../../../src/bots/discord/faults.ts';
import type { Asked } from '../../../src/bots/discord/incoming.ts';
import type { Load } from '../../../src/bots/discord/load.ts';
import { TalesError } from '../../../src/errors.ts';
import { createFakeClock } from '../world.ts';

const ASKED: Asked = {
  id: '9',
  token: 'token',
  application: '1',
  channel: '77',
  guild: '7',
  channelType: 12,
  actor: { id: '42', teacher: false, locale: 'ko' },
  locale: 'ko',
  wish: { type: 'press', action: { type: 'add' } },
  isPrivate: false,
  fromMessage: true,
  botMay: 0n,
  personMay: 0n,
};

const FORM: Response = {
  type: 'modal',
  form: {
    id: 'A',
    scene: 's1',
    title: '1번 그림 이야기',
    fields: [
      {
        name: 'name',
        label: '이름',
        kind: 'line',
        value: '',
        limit: 100,
        required: true,
        tap: 'adds',
        suggestions: [],
      },
    ],
    submit: '저장하기',
    danger: false,
  },
};

interface Said {
  readonly path: string;
  readonly body: { readonly type?: number; readonly [field: string]: unknown };
}

/** @param faults what the requests fail with, in their order. */
function stage(faults: (Error | undefined)[] = [], load: Load = async () => ({ files: [], gone: [] })) {
  const said: Said[] = [];
  const logged: string[] = [];
  const time = createFakeClock();
  const ask = (async (_method: string, path: string, options: { body?: object } = {}) => {
    said.push({ path, body: (options.body ?? {}) as Said['body'] });
    const fault = faults.shift();
    if (fault) throw fault;
  }) as unknown as Ask;
  const log = {
    error: (_: unknown, line: string) => void logged.push(`error: ${line}`),
    warn: (_: unknown, line: string) => void logged.push(`warn: ${line}`),
  } as never;
  const callbacks = createCallbacks({ ask, load });
  const acknowledge = createAcknowledge({ callbacks, clock: time.clock, log });
  return { acknowledge, said, logged, time };
}

const text = ({ body }: Said): string => JSON.stringify(body);

describe('an interaction', () => {
  it('that is answered quickly opens its form at once', async () => {
    const { acknowledge, said } = stage();
    await acknowledge.quickly(ASKED, async () => FORM);
    expect(said.map(({ body }) => body.type)).toEqual([9]);
  });

  it('that takes long is told to wait, and the form is then one press away', async () => {
    const { acknowledge, said, time } = stage();
    let finish = (_: Response): void => {};
    const work = new Promise<Response>((resolve) => {
      finish = resolve;
    });
    const done = acknowledge.quickly(ASKED, () => work);
    await expect.poll(() => time.waiting).toBe(1);
    time.pass(2000);
    await expect.poll(() => said.length).toBe(1);
    expect(said[0]?.body).toEqual({ type: 5, data: { flags: 64 } });
    finish(FORM);
    await done;
    expect(said[1]?.path).toBe('/webhooks/1/token/messages/@original');
    expect(text(said[1] as Said)).toContain('"custom_id":"a:describe.s1"');
  });

  it('that fails is told why, in the language of the person, and logged', async () => {
    const { acknowledge, said, logged } = stage();
    await acknowledge.quickly(ASKED, async () => {
      throw new TalesError('store-unusable', { path: 'sessions', reason: 'full' });
    });
    expect(said.map(({ body }) => body.type)).toEqual([4]);
    expect(text(said[0] as Said)).toContain('디스크가 가득 찼어요');
    expect(logged).toEqual(['error: an interaction failed']);
  });

  it('whose answer Discord refuses is answered with an apology', async () => {
    const { acknowledge, said } = stage([new DiscordFault({ status: 400, code: 50_035 })]);
    await acknowledge.quickly(ASKED, async () => FORM);
    expect(said.map(({ body }) => body.type)).toEqual([9, 4]);
    expect(text(said[1] as Said)).toContain('받아 주지 않았어요');
  });

  it('that could not be answered because the line broke is answered once more', async () => {
    const { acknowledge, said, logged } = stage([unreachable(), new DiscordFault({ status: 400, code: 40_060 })]);
    await acknowledge.quickly(ASKED, async () => FORM);
    expect(said).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  it.each([10_062, 40_060, 50_027])('that nobody waits for any more (%i) does no harm', async (code) => {
    const { acknowledge, said, logged } = stage([new DiscordFault({ status: 404, code })]);
    await acknowledge.quickly(ASKED, async () => FORM);
    expect(said).toHaveLength(1);
    expect(logged).toEqual(['warn: an interaction was answered too late']);
  });

  it('that opens a thread waits from the start, and is answered when it is open', async () => {
    const { acknowledge, said } = stage();
    await acknowledge.later(ASKED, async () => onlyText('열었어요'));
    expect(said.map(({ path }) => path)).toEqual([
      '/interactions/9/token/callback',
      '/webhooks/1/token/messages/@original',
    ]);
    expect(text(said[1] as Said)).toContain('열었어요');
  });

  it('that was told to wait is not left waiting when Discord refuses the answer', async () => {
    const { acknowledge, said } = stage([undefined, new DiscordFault({ status: 400, code: 50_035 })]);
    await acknowledge.later(ASKED, async () => onlyText('열었어요'));
    expect(said).toHaveLength(3);
    expect(text(said[2] as Said)).toContain('받아 주지 않았어요');
  });

  it('that took long is not left waiting either when Discord refuses the answer', async () => {
    const { acknowledge, said, logged, time } = stage([undefined, new DiscordFault({ status: 400, code: 50_035 })]);
    let finish = (_: Response): void => {};
    const work = new Promise<Response>((resolve) => {
      finish = resolve;
    });
    const done = acknowledge.quickly(ASKED, () => work);
    await expect.poll(() => time.waiting).toBe(1);
    time.pass(2000);
    finish(FORM);
    await done;
    expect(said.map(({ path }) => path.split('/').at(-1))).toEqual(['callback', '@original', '@original']);
    expect(text(said[2] as Said)).toContain('받아 주지 않았어요');
    expect(logged).toEqual(['error: an interaction failed']);
  });

  it('whose late answer is lost on a broken line is answered once more', async () => {
    const { acknowledge, said, logged } = stage([undefined, unreachable()]);
    await acknowledge.later(ASKED, async () => onlyText('열었어요'));
    expect(said).toHaveLength(3);
    expect(text(said[2] as Said)).toContain('열었어요');
    expect(logged).toEqual([]);
  });

  it('whose pictures cannot be read is answered with an apology', async () => {
    const { acknowledge, said } = stage([], async (wanted) => {
      if (wanted.length > 0) throw new TalesError('store-unusable', { path: 'blobs', reason: 'full' });
      return { files: [], gone: [] };
    });
    const picture = { blob: { key: 'x', mediaType: 'image/jpeg', size: 1 }, filename: 'x.jpg', alt: '' };
    const panel = { ...onlyText('1번 그림'), files: [picture] };
    await acknowledge.quickly(ASKED, async () => ({ type: 'message', message: panel }));
    expect(said).toHaveLength(1);
    expect(text(said[0] as Said)).toContain('디스크가 가득 찼어요');
  });

  it('that a broken line keeps from being answered at all is logged, and does no more harm', async () => {
    const { acknowledge, logged } = stage(Array.from({ length: 9 }, () => unreachable()));
    await acknowledge.quickly(ASKED, async () => FORM);
    expect(logged.at(-1)).toBe('error: an interaction could not be answered');
  });

  it('from a message that this person alone sees changes that message', async () => {
    const { acknowledge, said } = stage();
    await acknowledge.quickly({ ...ASKED, isPrivate: true }, async () => ({
      type: 'message',
      message: onlyText('저장했어요'),
    }));
    expect(said.map(({ body }) => body.type)).toEqual([7]);
  });
});
