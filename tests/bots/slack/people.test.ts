// People: several books in one channel, somebody else's clicks, the bot's name in threads, the shortcut, commands, a workflow.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, type Message, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, picture, pictures, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot;
let folder: string;
let mina: Person;
let juno: Person;
let teacher: Person;
let channel: string;

beforeEach(async () => {
  slack = await startCalmSlack({ rateLimits: true });
  mina = slack.person('Mina');
  juno = slack.person('Juno', { locale: 'en-US' });
  teacher = slack.person('Han', { isAdmin: true });
  channel = slack.channel('class', [mina, juno, teacher]);
  folder = await freshFolder();
  bot = await startBot({ folder, variables: socketVariables(slack) });
});
afterEach(async () => {
  await bot.stop();
  await slack.close();
});

/** What somebody alone was told last. */
const told = (person: Person, words: string) =>
  slack.until(
    () => person.ephemerals().find((one) => one.shown && [one.text, ...texts(one)].join('\n').includes(words)),
    `${person.name} is told "${words}"`,
  );

describe('people in Slack', () => {
  it('make two books in one channel at once', async () => {
    const sora = slack.person('Sora');
    slack.world.channels.get(channel)?.members.add(sora.id);
    const [first, second] = [createStory(slack, channel, mina), createStory(slack, channel, sora)];
    const one = await first.begin('달');
    const other = await second.begin('별');
    await Promise.all([first.post(one, 2), second.post(other, 3)]);
    await first.describe(one, 2);
    await second.describe(other, 3);
    await Promise.all([first.make(one), second.make(other)]);
    await Promise.all([first.delivered(one), second.delivered(other)]);
    const names = (messages: readonly Message[]) => messages.flatMap(slack.filesOf).map(({ name }) => name);
    expect([names(first.pdfs(one)), names(second.pdfs(other))]).toEqual([['달.pdf'], ['별.pdf']]);
    expect([first.announcements(one).length, second.announcements(other).length]).toEqual([1, 1]);
    expect(slack.faults).toEqual([]);
  });

  it('cannot change the book of somebody else, unless they are teachers', async () => {
    const story = createStory(slack, channel, mina);
    const root = await story.begin();
    await story.post(root, 1);
    await story.seen(root, '1번 그림 이야기하기');
    await juno.click(story.now(root), '1번 그림 이야기하기');
    await told(juno, 'Somebody else is making this book');
    expect(juno.view).toBeUndefined();
    juno.post(channel, { thread: root, files: await pictures(1) });
    await slack.quiet();
    await teacher.click(story.now(root), '1번 그림 이야기하기');
    await slack.until(() => teacher.view?.title === '1번 그림 이야기', 'the form, for the teacher');
    expect(story.shows(root, '그림 2장')).toBe(false);
  });

  it('read the card in the language of the channel, and forms in their own', async () => {
    const english = slack.channel('english', [mina, juno], { locale: 'en-US' });
    await mina.command(english, '/storybook', 'start The moon');
    const root = await slack.until(
      () => slack.roots(english).find((one) => buttons(one).includes('Add pictures')),
      'a card in English',
    );
    await mina.click(root, 'Title and authors');
    await slack.until(() => mina.view?.title === '제목과 지은이', 'a form in Korean');
    await mina.close();
    await juno.click(root, 'Help');
    await told(juno, 'Post the pictures');
  });

  it('are understood in the thread by the bot’s name', async () => {
    const story = createStory(slack, channel, mina);
    const root = await story.begin();
    mina.mention(channel, root, '상태');
    await told(mina, '그림을 이야기 순서대로');
    mina.mention(channel, root, '도움말');
    await told(mina, '인쇄할 수 있는 그림책');
    mina.mention(channel, root, '이어서');
    const below = await slack.until(
      () => slack.thread(channel, root).find((one) => one.ts !== root.ts && buttons(one).length > 0),
      'a card below',
    );
    await story.seen(root, '아래에 새로 올렸어요');
    expect(texts(below).join()).toContain('달빛 소풍');
    mina.mention(channel, root, '지우기');
    const question = await told(mina, '모두 지울까요?');
    await mina.click(question, '모두 지우기');
    await slack.until(() => mina.view?.title === '모두 지울까요?', 'the question');
    await mina.submit();
    await slack.until(
      () =>
        texts(slack.message(below) ?? below)
          .join()
          .includes('모두 지웠어요'),
      'the card says that it is gone',
    );
    expect(slack.faults).toEqual([]);
  });

  it('begin a book by the bot’s name in a channel, with the pictures of the message', async () => {
    const { botUser } = slack.installation();
    mina.post(channel, { text: `<@${botUser}> 시작 우리 반`, files: await pictures(2) });
    const root = await slack.until(() => slack.roots(channel).find((one) => buttons(one).length > 0), 'the card');
    const story = createStory(slack, channel, mina);
    await story.seen(root, '그림 2장');
    await story.seen(root, '우리 반');
    expect(slack.roots(channel).filter((one) => buttons(one).length > 0)).toHaveLength(1);
  });

  it('put the pictures of a message into the book of its thread, once', async () => {
    const story = createStory(slack, channel, mina);
    const root = await story.begin();
    const message = mina.post(channel, { thread: root, files: [await picture(1)] });
    await story.seen(root, '그림 1장');
    await mina.shortcut('add_to_storybook', message);
    await told(mina, '벌써 이 책에 올린 그림');
    const empty = mina.post(channel, { thread: root, text: '그림이 없는 말' });
    await mina.shortcut('add_to_storybook', empty);
    await slack.until(() => mina.view?.texts.join().includes('그림 파일이 없어요'), 'the reason');
    expect(story.shows(root, '그림 1장')).toBe(true);
  });

  it('begin a book with the pictures of a message that belongs to none', async () => {
    const message = mina.post(channel, { files: await pictures(2) });
    await mina.shortcut('add_to_storybook', message);
    await slack.until(() => mina.view?.title === '새 그림책 시작하기', 'the offer');
    await mina.fill({ '책 제목': '숲' });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    const root = await slack.until(() => slack.roots(channel).find((one) => buttons(one).length > 0), 'the card');
    await createStory(slack, channel, mina).seen(root, '그림 2장');
    expect(texts(slack.message(root) ?? root)).toContain('숲');
  });

  it('give commands about their own latest book', async () => {
    await mina.command(channel, '/storybook', '');
    await told(mina, '/storybook 시작');
    await mina.command(channel, '/storybook', '상태');
    await told(mina, '아직 만들고 있는 책이 없어요');
    const story = createStory(slack, channel, mina);
    await story.begin('처음');
    const root = await story.begin('나중');
    await mina.command(channel, '/storybook', 'status');
    await told(mina, '나중');
    await juno.command(channel, '/storybook', 'status');
    await told(juno, 'These books are being made');
    await mina.command(channel, '/storybook', '무지개');
    await told(mina, '잘 모르겠어요');
    await mina.command(channel, '/storybook', 'delete');
    await slack.until(() => mina.view?.title === '모두 지울까요?', 'the question');
    await mina.submit();
    await story.seen(root, '모두 지웠어요');
    expect(slack.faults).toEqual([]);
  });

  it('begin a book in a workflow, once however often it is told', async () => {
    const id = slack.runStep('make_storybook', { channel, user: mina.id, title: '우리 동네' });
    await slack.until(() => slack.world.executions.get(id)?.state !== 'running', 'the step is done');
    const execution = slack.world.executions.get(id);
    const root = await slack.until(() => slack.roots(channel).find((one) => buttons(one).length > 0), 'the card');
    expect(execution?.outputs).toEqual({
      permalink: expect.stringContaining(root.ts.replace('.', '')),
      message_context: { message_ts: root.ts, channel_id: channel },
    });
    const bad = slack.runStep('make_storybook', { channel: '', user: mina.id });
    await slack.until(() => slack.world.executions.get(bad)?.state === 'failed', 'the step fails');
    expect(slack.world.executions.get(bad)?.error).toContain('channel');
  });

  it('are told to invite the bot where it is not', async () => {
    const open = slack.channel('open', [mina], { withBot: false });
    const closed = slack.channel('closed', [mina], { withBot: false, isPrivate: true });
    for (const place of [open, closed]) {
      expect(await mina.command(place, '/storybook', '시작')).toEqual({ ok: true });
      await slack.until(() => mina.ephemerals(place).some(({ text }) => text.includes('/invite')), 'the advice');
    }
    const members = new Set([mina.id, slack.installation().botUser]);
    const alone = { id: 'D1', team: mina.team, name: 'dm', isPrivate: true, locale: 'ko-KR', members };
    slack.world.channels.set(alone.id, alone);
    await mina.command(alone.id, '/storybook', '시작');
    await slack.until(() => mina.ephemerals('D1').some(({ text }) => text.includes('채널에서 다시')), 'the advice');
    expect(slack.roots('D1')).toEqual([]);
    const message = mina.post(open, { files: [await picture(1)] });
    await mina.shortcut('add_to_storybook', message);
    await slack.until(() => mina.view?.texts.join().includes('/invite'), 'the advice');
  });
});
