// What happened in a thread while the program was off, or could not ask: it is learnt as soon as it can be.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/bots/clock.ts';
import { createSlack, type SlackOptions } from '../../../src/bots/slack/platform.ts';
import type { Inbound } from '../../../src/bots/types.ts';
import { type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, picture, pictures, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
let mina: Person;
let channel: string;
let story: ReturnType<typeof createStory>;
let received: Inbound[];

const start = async (more: Partial<SlackOptions> = {}): Promise<void> => {
  bot = await startBot({
    folder,
    variables: socketVariables(slack),
    platforms: async (tools) => {
      if (!tools.config.slack) return [];
      const platform = createSlack({ ...tools, betweenEdits: 50, catchUpDelays: [50], ...more }, tools.config.slack);
      return [
        {
          ...platform,
          start: (reception) =>
            platform.start({
              ...reception,
              receive(inbound) {
                received.push(inbound);
                return reception.receive(inbound);
              },
            }),
        },
      ];
    },
  });
};
const stop = async (): Promise<void> => {
  await bot?.stop();
  bot = undefined;
};

beforeEach(async () => {
  slack = await startCalmSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  folder = await freshFolder();
  story = createStory(slack, channel, mina);
  received = [];
});
afterEach(async () => {
  await stop();
  await slack.close();
});

/** A book with so many pictures, and a program that is off. */
const leave = async (count: number) => {
  await start();
  const root = await story.begin();
  const message = await story.post(root, count);
  await story.seen(root, '1번 그림 이야기하기');
  await stop();
  received = [];
  return { root, message };
};

/** A clock that is ahead of Slack's: messages are old enough for Slack to list them. */
const ahead = (milliseconds: number): Clock => ({
  now: () => Date.now() + milliseconds,
  after(wait, action) {
    const timer = setTimeout(action, wait);
    return () => clearTimeout(timer);
  },
});
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('while nobody listened', () => {
  it('pictures were posted: they come, also where Slack did not tell of them at first', async () => {
    const { root } = await leave(1);
    mina.post(channel, { thread: root, files: [await picture(2)] });
    slack.trouble('conversations.replies', { type: 'error', error: 'internal_error' }, 2);
    await start();
    await story.seen(root, '그림 2장');
    expect(slack.calls('conversations.replies').length).toBeGreaterThan(2);
  });

  it('pictures were posted: what is posted later moves no mark past them before they have come', async () => {
    const { root } = await leave(1);
    slack.trouble('conversations.replies', { type: 'error', error: 'missing_scope' });
    await start();
    await slack.until(() => slack.calls('conversations.replies').length > 0, 'a look that fails');
    mina.post(channel, { thread: root, files: [await picture(2)] });
    await story.seen(root, '그림 2장');
    expect(received.map(({ mark }) => mark)).toEqual([undefined]);
    await stop();
    await start();
    const marked = () => received.filter(({ mark }) => mark !== undefined);
    await expect.poll(marked).toHaveLength(2);
    mina.post(channel, { thread: root, files: [await picture(3)] });
    await story.seen(root, '그림 3장');
    expect(marked().map(({ event }) => event.id.startsWith('back:'))).toEqual([true, true, false]);
  });

  it('nothing waits until Slack lets the thread be read', async () => {
    const { root } = await leave(1);
    let open = (): void => {};
    const until = new Promise<void>((resolve) => {
      open = resolve;
    });
    slack.trouble('conversations.replies', { type: 'held', until });
    await start();
    mina.post(channel, { thread: root, files: [await picture(2)] });
    await story.seen(root, '그림 2장');
    open();
  });

  it('a message was deleted: its pictures leave, and nothing else', async () => {
    const { root, message } = await leave(1);
    await start();
    await mina.click(story.now(root), '그림 올리기');
    await slack.until(() => mina.view?.title === '그림 올리기', 'the form for pictures');
    await mina.fill({ '그림 파일': [await picture(4)] });
    await mina.submit();
    await story.seen(root, '그림 2장');
    mina.post(channel, { thread: root, files: [await picture(2)] });
    await story.seen(root, '그림 3장');
    await stop();
    mina.delete(message);
    await start({ clock: ahead(10 * MINUTE) });
    await story.seen(root, '그림 2장');
    const left = received.flatMap(({ event }) => (event.type === 'withdrawn' ? event.sources : []));
    expect(left).toEqual(message.files.map((id) => `${id}:${message.ts}`));
  });

  it.each([
    ['is too new for Slack to be sure to list it', 0],
    ['is so old that a workspace may hide it', 100 * DAY],
  ])('a message that %s is not taken for deleted', async (_, age) => {
    const { root, message } = await leave(1);
    mina.delete(message);
    await start({ clock: ahead(age) });
    mina.post(channel, { thread: root, files: [await picture(2)] });
    await story.seen(root, '그림 2장');
    await slack.until(() => slack.calls('conversations.replies').length > 0, 'a look');
    await stop();
    expect(received.filter(({ event }) => event.type === 'withdrawn')).toEqual([]);
  });
});

describe('a program that stops', () => {
  it('before its book is seen in the thread says nothing of lateness at the next start', async () => {
    await slack.close();
    slack = await startCalmSlack({ shareDelay: 1500 });
    mina = slack.person('Mina');
    channel = slack.channel('class', [mina]);
    story = createStory(slack, channel, mina);
    await start();
    const root = await story.begin();
    await story.post(root, 1);
    await story.describe(root, 1);
    await story.make(root);
    const put = () => slack.calls('files.completeUploadExternal').some(({ args }) => args['thread_ts'] !== undefined);
    await slack.until(put, 'the file is put into the thread');
    await stop();
    expect(story.announcements(root)).toEqual([]);
    await start();
    await story.delivered(root);
    await slack.until(() => story.announcements(root).length > 0, 'the message');
    const said = story.announcements(root).flatMap(texts).join();
    expect(said).toContain('책 파일:');
    expect(said).not.toContain('조금 늦게');
    expect(story.pdfs(root)).toHaveLength(1);
  });
});

describe('a book that is deleted', () => {
  it.each([
    ['files.delete', 'cant_delete_file'],
    ['chat.delete', 'cant_delete_message'],
  ])('goes as far as Slack lets it: %s is refused once', async (method, error) => {
    await start();
    const root = await story.begin();
    mina.post(channel, { thread: root, files: await pictures(1) });
    await story.describe(root, 1);
    await story.make(root);
    await story.delivered(root);
    slack.trouble(method, { type: 'error', error });
    await mina.click(story.now(root), '모두 지우기');
    await slack.until(() => mina.view?.title === '모두 지울까요?', 'the question');
    await mina.submit();
    await story.seen(root, '모두 지웠어요');
    await expect.poll(() => bot?.logged.some((line) => line.includes(error))).toBe(true);
    expect(slack.calls('files.delete')).toHaveLength(2);
    expect(slack.calls('chat.delete')).toHaveLength(2);
  });
});
