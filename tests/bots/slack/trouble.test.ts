// Trouble: events told twice, haste, lost connections, late windows, and a program that stops at the wrong moment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/bots/slack/platform.ts';
import type { Platform } from '../../../src/bots/types.ts';
import { buttons, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, type BotOptions, picture, pictures, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createHeldClock } from './held-clock.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
let mina: Person;
let channel: string;
let story: ReturnType<typeof createStory>;

const start = async (more: Partial<BotOptions> = {}): Promise<Bot> => {
  bot = await startBot({ folder, variables: socketVariables(slack), ...more });
  return bot;
};
const stop = async (): Promise<void> => {
  await bot?.stop();
  bot = undefined;
};

beforeEach(async () => {
  slack = await startCalmSlack({ retryDelays: [0, 20, 20] });
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  folder = await freshFolder();
  story = createStory(slack, channel, mina);
});
afterEach(async () => {
  await stop();
  await slack.close();
});

/** The platform, with something that happens around what it sends. */
const around = (wrap: (platform: Platform) => Platform): NonNullable<BotOptions['platforms']> => {
  return async (tools) =>
    tools.config.slack ? [wrap(createSlack({ ...tools, betweenEdits: 50 }, tools.config.slack))] : [];
};

const readyToMake = async (count: number) => {
  const root = await story.begin();
  await story.post(root, count);
  await story.describe(root, count);
  return root;
};

describe('a book in spite of trouble', () => {
  it('counts an event once, however often it is told', async () => {
    await start();
    const root = await story.begin();
    await story.post(root, 2);
    const { botUser } = slack.installation();
    mina.post(channel, { text: `<@${botUser}> 시작` });
    await slack.until(
      () => slack.roots(channel).filter((one) => buttons(one).length > 0).length === 2,
      'a second book',
    );
    for (const { payload } of [...slack.delivered]) {
      const { event_id: id } = payload as { event_id?: string };
      if (id !== undefined) await slack.repeat(id);
    }
    await slack.quiet();
    mina.post(channel, { thread: root, files: [await picture(3)] });
    await story.seen(root, '그림 3장');
    expect(slack.roots(channel).filter((one) => buttons(one).length > 0)).toHaveLength(2);
    expect(slack.thread(channel, root).filter(({ user }) => user !== mina.id)).toHaveLength(1);
  });

  it('hears what was posted while the socket was lost', async () => {
    await start();
    const root = await story.begin();
    await story.post(root, 1);
    slack.socketMode.outage(true);
    mina.post(channel, { thread: root, files: [await picture(2)] });
    mina.post(channel, { thread: root, text: '그림 아님' });
    await slack.quiet();
    slack.socketMode.outage(false);
    await story.seen(root, '그림 2장');
    slack.socketMode.refresh();
    mina.post(channel, { thread: root, files: [await picture(3)] });
    await story.seen(root, '그림 3장');
  });

  it('goes on after a restart, with what was posted meanwhile', async () => {
    await start();
    const root = await story.begin();
    await story.post(root, 1);
    await stop();
    mina.post(channel, { thread: root, files: [await picture(2)] });
    await slack.quiet();
    await start();
    await story.describe(root, 2);
    await story.make(root);
    await story.delivered(root);
    expect(story.pdfs(root)).toHaveLength(1);
  });

  it('waits when Slack asks for slowness, and keeps nothing else waiting', async () => {
    const time = createHeldClock();
    await start({
      platforms: async (tools) =>
        tools.config.slack ? [createSlack({ ...tools, betweenEdits: 50, clock: time.clock }, tools.config.slack)] : [],
    });
    const root = await story.begin();
    slack.trouble('chat.update', { type: 'rate-limited', retryAfter: 4 }, 1);
    mina.post(channel, { thread: root, files: await pictures(1) });
    await slack.until(() => slack.calls('chat.update').some(({ answer }) => answer['ok'] !== true), 'a refusal');
    const before = slack.calls('chat.update').length;
    mina.mention(channel, root, '상태');
    await slack.until(() => mina.ephemerals().length > 1, 'an answer meanwhile');
    expect(slack.calls('chat.update').length).toBe(before);
    await expect.poll(time.waiting).toBe(1);
    time.pass(4000);
    await story.seen(root, '그림 1장');
  });

  it('offers a button where a window could not be opened in time', async () => {
    await start();
    const root = await story.begin();
    await story.post(root, 1);
    slack.trouble('views.open', { type: 'error', error: 'expired_trigger_id' });
    await story.seen(root, '1번 그림 이야기하기');
    await mina.click(story.now(root), '1번 그림 이야기하기');
    const offer = await slack.until(
      () => mina.ephemerals().find((one) => buttons(one).includes('1번 그림 이야기')),
      'a button',
    );
    expect(offer.shown).toBe(true);
    await mina.click(offer, '1번 그림 이야기');
    await slack.until(() => mina.view?.title === '1번 그림 이야기', 'the form');
  });

  it('does without pictures in its messages where Slack does not take them', async () => {
    await start();
    const root = await story.begin();
    slack.trouble('chat.update', { type: 'error', error: 'invalid_blocks' });
    await story.post(root, 2);
    await story.describe(root, 2);
    expect(slack.faults).toEqual([]);
  });

  it.each([
    ['files.getUploadURLExternal', 'after'],
    ['files.completeUploadExternal', 'before'],
    ['files.completeUploadExternal', 'after'],
    ['files.info', 'after'],
    ['chat.postMessage', 'before'],
    ['chat.postMessage', 'after'],
  ] as const)('comes once when the connection breaks at %s, %s the work', async (method, when) => {
    await start();
    const root = await readyToMake(1);
    slack.trouble(method, { type: 'cut', when });
    await story.make(root);
    await story.delivered(root);
    await slack.until(() => story.announcements(root).length > 0, 'the message');
    expect([story.pdfs(root).length, story.announcements(root).length]).toEqual([1, 1]);
  });

  it('comes once when the program stops right after it was sent', async () => {
    let sent = false;
    const forgetful = around((platform) => ({
      ...platform,
      async send(thread, message) {
        if (sent) throw new Error('stopped');
        const result = await platform.send(thread, message);
        if (message.type !== 'book') return result;
        sent = true;
        throw new Error('stopped');
      },
    }));
    await start({ platforms: forgetful });
    const root = await readyToMake(1);
    await story.make(root);
    await slack.until(() => sent, 'the book is sent');
    await stop();
    await start();
    await story.delivered(root);
    expect([story.pdfs(root).length, story.announcements(root).length]).toEqual([1, 1]);
  });

  it.each(['before', 'after'] as const)(
    'begins once when the connection breaks %s its root is posted',
    async (when) => {
      await start();
      slack.trouble('chat.postMessage', { type: 'cut', when });
      await mina.command(channel, '/storybook', '시작 하나');
      await slack.until(() => mina.ephemerals().length > 0, 'an answer');
      if (when === 'before') await mina.command(channel, '/storybook', '시작 하나');
      await slack.until(() => slack.roots(channel).some((one) => texts(one).includes('하나')), 'the card');
      expect(slack.roots(channel)).toHaveLength(1);
    },
  );

  it.each([
    ['with the root that was posted', 1000, true, 1],
    ['with a new root where none was', 1000, false, 1],
    ['with the root that was posted, however long ago', 3_600_000, true, 1],
    ['but not a book that nobody waits for any more', 3_600_000, false, 0],
  ] as const)('begins after a stop in the middle of its beginning, %s', async (_, age, isPosted, books) => {
    const wanted = { id: 'command:1', team: slack.home.id, channel, user: mina.id, title: '하나' };
    if (isPosted) {
      const metadata = { event_type: 'talesrunner_message', event_payload: { key: 'root command:1' } };
      await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${slack.installation().token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel, text: '준비', metadata }),
      });
    }
    await start({
      platforms: async (tools) => {
        const intents = tools.stores.open<unknown>({ namespace: 'slack-intents' });
        await intents.set(`${slack.home.id}:command:1`, { wanted, at: Date.now() - age });
        return tools.config.slack ? [createSlack(tools, tools.config.slack)] : [];
      },
    });
    const shown = () => slack.roots(channel).filter((one) => texts(one).includes('하나'));
    if (books > 0) await slack.until(() => shown().length > 0, 'the card');
    await stop();
    expect(shown()).toHaveLength(books);
    expect(slack.roots(channel)).toHaveLength(books);
  });

  it('ends kindly where its card was deleted', async () => {
    await start();
    const root = await readyToMake(1);
    slack.trouble('chat.update', { type: 'error', error: 'message_not_found' }, 3);
    await mina.click(story.now(root), '제목과 지은이');
    await slack.until(() => mina.view?.title === '제목과 지은이', 'the form');
    await mina.fill({ '책 제목': '다른 제목' });
    await mina.submit();
    // Nothing more happens in Slack by then.
    await expect.poll(() => bot?.logged.some((line) => line.includes('thread-gone'))).toBe(true);
    expect(texts(story.now(root)).join()).not.toContain('다른 제목');
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'not-a-token' }, 'service-login', 'SLACK_BOT_TOKEN'],
    [{ SLACK_APP_TOKEN: 'not-a-token' }, 'service-login', 'SLACK_APP_TOKEN'],
  ])('says which token is wrong: %j', async (variables, code, variable) => {
    const wrong = { ...socketVariables(slack), ...variables };
    const starting = startBot({ folder, variables: wrong });
    await expect(starting).rejects.toMatchObject({ code, details: { variable } });
  });

  it('starts as soon as Slack can be reached', async () => {
    slack.outage(true);
    await start();
    expect(slack.socketMode.connected()).toBe(0);
    slack.outage(false);
    await slack.until(() => slack.socketMode.connected() > 0, 'a connection');
    expect(await mina.command(channel, '/storybook', 'help')).toEqual({ ok: true });
  });

  it('comes without its cover rather than not at all, and says so', async () => {
    await start();
    const root = await readyToMake(1);
    slack.trouble('files.getUploadURLExternal', { type: 'error', error: 'file_type_not_allowed' });
    await story.make(root);
    await story.delivered(root);
    const [said] = story.announcements(root);
    expect(said && texts(said).join()).toContain('표지 그림은 올리지 못했어요');
    expect(story.pdfs(root)).toHaveLength(1);
  });

  it('brings its cover as a file where Slack does not draw it in the message', async () => {
    await start();
    const root = await readyToMake(1);
    await slack.quiet();
    await story.make(root);
    slack.trouble('chat.postMessage', { type: 'error', error: 'invalid_blocks' });
    await story.delivered(root);
    const covers = () =>
      slack
        .thread(channel, root)
        .flatMap(slack.filesOf)
        .filter(({ name }) => name.startsWith('cover'));
    await slack.until(() => covers().length > 0, 'the cover');
    expect(covers()).toHaveLength(1);
    expect([story.pdfs(root).length, story.announcements(root).length]).toEqual([1, 1]);
  });

  it('says which scope is missing', async () => {
    await start();
    const root = await readyToMake(1);
    slack.trouble('files.getUploadURLExternal', { type: 'error', error: 'missing_scope' }, 2);
    await story.make(root);
    await story.seen(root, '권한이 없어요');
    await mina.click(story.now(root), '다시 만들기');
    await story.delivered(root);
  });
});
