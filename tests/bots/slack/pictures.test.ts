// Pictures: how they come into a book, what is refused, and what happens when they are taken back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { images, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, picture, pictures, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot;
let folder: string;
let mina: Person;
let channel: string;
let story: ReturnType<typeof createStory>;

beforeEach(async () => {
  slack = await startCalmSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  folder = await freshFolder();
  bot = await startBot({ folder, variables: socketVariables(slack) });
  story = createStory(slack, channel, mina);
});
afterEach(async () => {
  await bot.stop();
  await slack.close();
});

const notice = (root: { ts: string; channel: string }, words: string) =>
  slack.until(
    () => slack.thread(channel, root.ts).find((one) => texts(one).join().includes(words)),
    `a notice that says "${words}"`,
  );

describe('pictures in Slack', () => {
  it('are ten; the eleventh is refused, and nothing else is lost', async () => {
    const root = await story.begin();
    mina.post(channel, { thread: root, files: await pictures(10) });
    await story.seen(root, '그림 10장');
    await slack.until(() => images(story.now(root)).length === 10, 'ten thumbnails');
    mina.post(channel, { thread: root, files: [await picture(11)] });
    await notice(root, '10장까지 넣을 수 있어요');
    expect(story.shows(root, '그림 10장')).toBe(true);
    expect(slack.faults).toEqual([]);
  });

  it('that are broken are refused alone, in the middle of good ones', async () => {
    const root = await story.begin();
    const [first, second] = await pictures(2);
    if (!first || !second) throw new Error('two pictures');
    const broken = { name: 'broken.png', bytes: first.bytes.slice(0, 200) };
    mina.post(channel, { thread: root, files: [first, broken, second] });
    await notice(root, 'broken.png');
    await story.seen(root, '그림 2장');
    await slack.until(() => images(story.now(root)).length === 2, 'the good ones');
    await story.describe(root, 2);
    expect(slack.faults).toEqual([]);
  });

  it('are named as unreadable for want of a scope when Slack answers with a page to sign in', async () => {
    const root = await story.begin();
    const { token } = slack.installation();
    const installation = slack.world.installations.get(token);
    if (!installation) throw new Error('installed');
    slack.world.installations.set(token, {
      ...installation,
      scopes: installation.scopes.filter((scope) => scope !== 'files:read'),
    });
    mina.post(channel, { thread: root, files: [await picture(1)] });
    await notice(root, 'files:read');
  });

  it('come with the token from Slack alone, and from nowhere else at all', async () => {
    const root = await story.begin();
    const file = await picture(1);
    mina.post(channel, { thread: root, files: [{ ...file, address: 'https://pictures.example/1.png' }] });
    await notice(root, '끝까지 받지 못했어요');
    mina.post(channel, { thread: root, files: [file], stubs: true });
    await story.seen(root, '그림 1장');
    await slack.until(() => !story.shows(root, '그림을 받고') && !story.shows(root, '확인하고'), 'the picture');
    expect(slack.calls('files.info').length).toBeGreaterThan(0);
  });

  it('leave with their message, or with their file', async () => {
    const root = await story.begin();
    const first = await story.post(root, 1);
    const second = mina.post(channel, { thread: root, files: [await picture(2)] });
    await story.seen(root, '그림 2장');
    mina.delete(first);
    await story.seen(root, '그림 1장');
    const [file] = second.files;
    mina.deleteFile(file ?? '');
    await story.seen(root, '그림을 이야기 순서대로 올려 주세요');
  });

  it('that come through a form for a book that is gone are answered', async () => {
    const root = await story.begin();
    await mina.click(story.now(root), '그림 올리기');
    await slack.until(() => mina.view?.title === '그림 올리기', 'the form for pictures');
    await mina.fill({ '그림 파일': [...(await pictures(1))] });
    const teacher = slack.person('Han', { isAdmin: true });
    slack.world.channels.get(channel)?.members.add(teacher.id);
    await teacher.click(story.now(root), '모두 지우기');
    await slack.until(() => teacher.view?.title === '모두 지울까요?', 'the question');
    await teacher.submit();
    await story.seen(root, '모두 지웠어요');
    await mina.submit();
    await slack.until(
      () => mina.ephemerals().some((one) => texts(one).join().includes('여기에는 아직 책이 없어요')),
      'an answer',
    );
  });

  it('come through a form, and are replaced, moved and taken out', async () => {
    const root = await story.begin();
    await mina.click(story.now(root), '그림 올리기');
    await slack.until(() => mina.view?.title === '그림 올리기', 'the form for pictures');
    await mina.fill({ '그림 파일': [...(await pictures(2))] });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    await story.seen(root, '그림 2장');
    await slack.until(() => images(story.now(root)).length === 2, 'the thumbnails');
    const before = images(story.now(root));
    await mina.click(story.now(root), '뒤로');
    await slack.until(() => JSON.stringify(images(story.now(root))) !== JSON.stringify(before), 'another order');
    await mina.click(story.now(root), '그림 바꾸기', { nth: 0 });
    await slack.until(() => mina.view?.title === '1번 그림 바꾸기', 'the form to replace');
    await mina.fill({ '그림 파일': [await picture(5)] });
    await mina.submit();
    await slack.until(
      () => new Set(images(story.now(root)).map((one) => JSON.stringify(one))).size === 2,
      'the new one',
    );
    await mina.click(story.now(root), '빼기', { nth: 1 });
    await story.seen(root, '그림 1장');
    await mina.click(story.now(root), '뺀 그림 되돌리기');
    await story.seen(root, '그림 2장');
    expect(slack.faults).toEqual([]);
  });
});
