// Help while a book is made in Slack, through the real Bolt app, conversation and queue: words to tap that come while people
// type, captions to put into the book's language, pages with their earlier texts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobHandlers } from '../../../src/jobs.ts';
import { createLocalSuggester } from '../../../src/pipeline/keywords/local.ts';
import type { Locale } from '../../../src/story.ts';
import { buttons, type Ephemeral, type Message, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { readPdf } from '../../render/read-pdf.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let mina: Person;
let teacher: Person;
let channel: string;

beforeEach(async () => {
  slack = await startCalmSlack();
  mina = slack.person('Mina');
  teacher = slack.person('Han', { isAdmin: true });
  channel = slack.channel('class', [mina, teacher]);
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.close();
});

const captions =
  (text: string, locale: Locale): JobHandlers['describe'] =>
  async () => {
    const seen = { text, locale, source: { kind: 'model', engine: 'blip' } } as const;
    return { caption: locale === 'ko' ? seen : { ...seen, note: { code: 'untranslated', locale } } };
  };

const begin = async (handlers: Partial<JobHandlers>) => {
  bot = await startBot({ folder: await freshFolder(), variables: socketVariables(slack), handlers });
  return createStory(slack, channel, mina);
};

const optionsOf = (label: string): readonly string[] | undefined =>
  mina.view?.fields.find((field) => field.label === label)?.options;

/** Presses until a form of that title is open that has a field of that name, as people do. */
async function openWith(card: () => Message, button: string, title: string, label: string): Promise<readonly string[]> {
  for (;;) {
    await mina.click(card(), button, { nth: 0 });
    await slack.until(() => mina.view?.title === title, `the form ${title}`);
    const options = optionsOf(label);
    if (options) return options;
    await mina.close();
  }
}

describe('words to tap in Slack', () => {
  it('come while people type: none before they are there, one for what is done, several beside it, then titles', async () => {
    const gate = Promise.withResolvers<void>();
    const local = createLocalSuggester();
    const suggest: JobHandlers['suggest'] = async (request) => {
      await gate.promise;
      return { keywords: (await local.keywords(request)).suggested };
    };
    const story = await begin({ describe: captions('언덕에서 달을 바라보는 아이', 'ko'), suggest });
    const root = await story.begin('');
    const card = () => story.now(root);
    await story.post(root, 1);
    await story.seen(root, '언덕에서 달을');
    await story.seen(root, '1번 그림 이야기하기');
    await mina.click(card(), '1번 그림 이야기하기');
    await slack.until(() => mina.view?.title === '1번 그림 이야기', 'the form');
    expect(mina.view?.fields.map(({ label }) => label)).toEqual(['이름', '행동', '이야기 분류', '그림에 보이는 것']);
    await mina.close();
    gate.resolve();
    const [none, action = ''] = await openWith(card, '1번 그림 이야기하기', '1번 그림 이야기', '행동: 하나 고르기');
    expect(none).toBe('고르지 않고 직접 적을게요');
    expect(mina.view?.fields.find(({ label }) => label === '행동: 하나 고르기')?.type).toBe('radio_buttons');
    await mina.fill({ 이름: '별이', '이야기 분류': '자연탐구' });
    const empty = await mina.submit();
    expect(empty).toMatchObject({ type: 'errors', errors: { 행동: '행동 칸을 채워 주세요.' } });
    await mina.fill({ '행동: 하나 고르기': action });
    expect((await mina.submit()).type).toBe('closed');
    await story.seen(root, `별이 · ${action} · 자연탐구`);
    const places = await openWith(card, '더 적기', '1번 그림 더 적기 (1/2)', '배경: 골라서 더하기');
    await mina.fill({ 배경: '우리 동네', '배경: 골라서 더하기': places.slice(0, 2) });
    await mina.submit();
    await story.seen(root, `배경 우리 동네, ${places.slice(0, 2).join(', ')}`);
    const [, title = ''] = await openWith(card, '제목과 지은이', '제목과 지은이', '책 제목: 하나 고르기');
    await mina.fill({ '책 제목: 하나 고르기': title });
    await mina.submit();
    await story.seen(root, title);
    expect(slack.faults).toEqual([]);
    expect(bot?.logged).toEqual([]);
  });
});

describe('a caption in another language in Slack', () => {
  it('is marked on the card, told before the book is made, and put right in one press and one form', async () => {
    const story = await begin({ describe: captions('a child looking at the moon', 'en') });
    const root = await story.begin();
    await story.post(root, 1);
    await story.seen(root, '영어 설명이에요');
    await story.describe(root, 1);
    await story.seen(root, '아직 다른 나라 말로 된 그림 설명이 있어요: 1번 그림.');
    await mina.click(story.now(root), '설명을 한국어로 고치기');
    await slack.until(() => mina.view?.title === '1번 그림에 보이는 것', 'the form');
    expect(mina.view?.fields.map(({ label, shows }) => [label, shows])).toEqual([
      ['그림에 보이는 것', 'a child looking at the moon'],
    ]);
    await mina.fill({ '그림에 보이는 것': '달을 보는 아이' });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    await story.seen(root, '보이는 것: 달을 보는 아이');
    expect(story.shows(root, '영어')).toBe(false);
    expect(story.shows(root, '다른 나라 말')).toBe(false);
    expect(slack.faults).toEqual([]);
  });
});

describe('a page of a child’s book in Slack', () => {
  it('keeps its earlier texts, and names the teacher who mended one sentence', async () => {
    const told = { locale: 'ko', source: { kind: 'model', engine: 'gpt-4o' } } as const;
    const story = await begin({
      write: async ({ wanted }) => ({ told: wanted.map(() => ({ ...told, text: '달이 떴어요. 별이가 웃었어요.' })) }),
    });
    const root = await story.begin();
    await story.post(root, 1);
    await story.describe(root, 1);
    await story.make(root);
    await story.delivered(root);
    const pagesOf = async (person: Person): Promise<Ephemeral> => {
      const before = person.ephemerals().length;
      await person.click(story.now(root), '쪽마다 고치기');
      return slack.until(() => person.ephemerals().slice(before).at(-1), 'the pages');
    };
    await teacher.click(await pagesOf(teacher), '글 고치기');
    await slack.until(() => teacher.view?.title === '1쪽 글', 'the form of the text');
    await teacher.fill({ '이 쪽의 글': '달이 떴어요. 별이가 활짝 웃었답니다.' });
    expect(await teacher.submit()).toEqual({ type: 'closed' });
    await story.seen(root, '글(그대로 두기): 달이 떴어요. 별이가 활짝 웃었답니다.');
    const pages = await pagesOf(mina);
    expect(texts(pages).join()).toContain('그대로 두기');
    expect(buttons(pages)).not.toContain('다시 쓰기');
    await mina.click(pages, '다른 글 고르기');
    await slack.until(() => mina.view?.title === '1쪽 글 고르기', 'the earlier texts');
    expect(optionsOf('어떤 글로 할까요?')).toEqual([
      '1. 달이 떴어요. 별이가 웃었어요.',
      '2. 달이 떴어요. 별이가 활짝 웃었답니다.',
    ]);
    await mina.close();
    await mina.click(story.now(root), '다시 만들기');
    await slack.until(() => story.pdfs(root).length === 2, 'the second book');
    const last = story.pdfs(root).at(-1);
    const [file] = last ? slack.filesOf(last) : [];
    const pdf = await readPdf(file?.bytes ?? new Uint8Array());
    const print = pdf.elements.map(({ text }) => text.replaceAll('\u00A0', ' ')).join('|');
    expect(print).toContain('글 다듬음|선생님|글 도움|AI(gpt-4o)|');
    expect(slack.faults).toEqual([]);
  });
});
