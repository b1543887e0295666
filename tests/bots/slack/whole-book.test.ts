// A whole book through the real Bolt app: from the command to the PDF in the thread.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, type Person, type Slack, startSlack, texts } from '../../fakes/slack/index.ts';
import { type Bot, dropFolder, example, newFolder, socketVariables, startBot } from './bot.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
let mina: Person;
let channel: string;

beforeEach(async () => {
  slack = await startSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  folder = await newFolder();
});
afterEach(async () => {
  await bot?.stop();
  await slack.close();
  await dropFolder(folder);
});

describe('a book in Slack', () => {
  it('is made over a socket', async () => {
    bot = await startBot({ folder, variables: socketVariables(slack) });
    expect(await mina.command(channel, '/storybook', '시작 달빛 소풍')).toEqual({ ok: true });
    const root = await slack.until(() => slack.roots(channel).find((message) => buttons(message).length > 0), 'the card');
    const card = () => slack.message(root) ?? root;
    console.log(texts(root), buttons(root), mina.ephemerals().map(texts));
    const files = [
      { name: '1.png', bytes: await example('1-roof') },
      { name: '2.png', bytes: await example('2-forest') },
    ];
    mina.post(channel, { thread: root, files });
    await slack.until(() => buttons(card()).includes('1번 그림 이야기하기') && texts(card()).join().includes('2번 그림'), 'the pictures', 10000);
    console.log(texts(card()), buttons(card()));
    await mina.click(card(), '1번 그림 이야기하기');
    const screen = await slack.until(() => mina.view, 'the form');
    console.log(JSON.stringify(screen, null, 1).slice(0, 3000));
    await mina.fill({ 이름: '별이', 행동: '달을 올려다본다', '이야기 분류': '자연탐구' });
    console.log(await mina.submit());
    await mina.fill({ 행동: '숲을 걷는다', '이야기 분류': '자연탐구' });
    console.log(JSON.stringify(mina.view, null, 1).slice(0, 2000));
    await mina.fill({ 이름: '별이' });
    console.log(await mina.submit());
    await slack.until(() => buttons(card()).includes('책 만들기'), 'the button that makes the book', 10000);
    await mina.click(card(), '책 만들기');
    const book = await slack.until(() => slack.thread(channel, root).find((m) => slack.filesOf(m).some(({ name }) => name.endsWith('.pdf'))), 'the book', 60000);
    console.log(slack.filesOf(book).map(({ name, title, bytes }) => [name, title, bytes.length]));
    const told = await slack.until(() => slack.thread(channel, root).find((m) => m.text.includes(`<@${mina.id}>`)), 'the message', 10000);
    console.log(texts(told), buttons(told));
    await slack.until(() => buttons(card()).includes('쪽마다 고치기'), 'the card of the finished book', 10000);
    expect(slack.faults).toEqual([]);
    console.log(bot.logged);
  }, 90_000);
});
