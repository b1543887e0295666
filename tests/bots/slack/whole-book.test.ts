// A whole book through the real Bolt app: from the command to the PDF in the thread, over a socket and over HTTP.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, images, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, PORT_LINE, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
let mina: Person;
let channel: string;

beforeEach(async () => {
  slack = await startCalmSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  folder = await freshFolder();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.close();
});

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

describe('a book in Slack', () => {
  it('is made over a socket, shown with its pictures, changed, made again and deleted', async () => {
    bot = await startBot({ folder, variables: socketVariables(slack) });
    const story = createStory(slack, channel, mina);
    const root = await story.begin();
    await story.post(root, 3);
    await slack.until(() => images(story.now(root)).length === 3, 'three thumbnails');
    await story.describe(root, 3);
    await story.make(root);
    await story.delivered(root);
    const [pdf, ...others] = story.pdfs(root);
    expect(others).toEqual([]);
    const [file] = pdf ? slack.filesOf(pdf) : [];
    expect(file && [file.name, file.title, isPdf(file.bytes), file.altText]).toEqual([
      '달빛 소풍.pdf',
      '달빛 소풍',
      true,
      undefined,
    ]);
    const [said, ...more] = story.announcements(root);
    expect(more).toEqual([]);
    expect(said && texts(said).join()).toContain('그림책 “달빛 소풍” 완성!');
    expect(said?.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', alt_text: '그림책 “달빛 소풍”의 표지' }),
    );
    expect(said && buttons(said)).toEqual(['쪽마다 고치기', '다시 만들기', '인쇄용으로 받기', '모두 지우기']);

    await mina.click(story.now(root), '쪽마다 고치기');
    const pages = await slack.until(
      () => mina.ephemerals().findLast((one) => texts(one).join().includes('1쪽')),
      'the pages',
    );
    expect(pages.shown).toBe(true);
    await mina.click(pages, '이 글 그대로 두기', { nth: 0 });
    const pagesNow = () => mina.ephemerals().find(({ ts }) => ts === pages.ts) ?? pages;
    await slack.until(() => buttons(pagesNow()).includes('그대로 두기 풀기'), 'the pages, with one kept');
    await mina.click(pagesNow(), '그대로 두기 풀기');
    await slack.until(() => !buttons(pagesNow()).includes('그대로 두기 풀기'), 'the pages, with none kept');
    await mina.click(pagesNow(), '글 고치기', { nth: 0 });
    await slack.until(() => mina.view?.title === '1쪽 글', 'the form of the text');
    expect(mina.view?.images).toHaveLength(1);
    await mina.fill({ '이 쪽의 글': '달님, 안녕 <!channel> & *잘 자*!' });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    await story.seen(root, '바뀐 것이 있어요');
    await mina.click(story.now(root), '다시 만들기');
    await slack.until(() => story.pdfs(root).length === 2, 'the second book');
    await story.delivered(root);
    expect(JSON.stringify(slack.calls('chat.update').map(({ args }) => args['text']))).not.toContain('<!channel>');

    await mina.click(story.now(root), '모두 지우기');
    await slack.until(() => mina.view?.title === '모두 지울까요?', 'the question');
    await mina.submit();
    await story.seen(root, '모두 지웠어요');
    await slack.until(() => story.pdfs(root).length === 0 && story.announcements(root).length === 0, 'nothing left');
    expect(slack.faults).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  it('is made over HTTP', async () => {
    const variables = {
      SLACK_BOT_TOKEN: slack.installation().token,
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_PORT: '0',
      SLACK_API_URL: slack.apiUrl,
    };
    bot = await startBot({ folder, variables });
    const port = PORT_LINE.exec(bot.announced.join())?.[1];
    await slack.useHttp(`http://127.0.0.1:${port}/slack/events`);
    const story = createStory(slack, channel, mina);
    const root = await story.begin();
    await story.post(root, 2);
    await story.describe(root, 2);
    await story.make(root);
    await story.delivered(root);
    expect(story.pdfs(root)).toHaveLength(1);
    expect(slack.faults).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
});
