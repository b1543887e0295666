// A slow disk: forms open in time and are acknowledged in time, and what was typed is kept.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/bots/slack/platform.ts';
import { TalesError } from '../../../src/errors.ts';
import { type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, picture, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createHeldClock } from './held-clock.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot;
let folder: string;
let mina: Person;
let story: ReturnType<typeof createStory>;
/** What the next thing heard has to wait for. */
let gate: Promise<unknown> | undefined;
let open: () => void;

let time: ReturnType<typeof createHeldClock>;

/** What the host was given as marks. */
let marks: string[];

const close = (): void => {
  gate = new Promise<void>((resolve) => {
    open = resolve;
  });
};

beforeEach(async () => {
  gate = undefined;
  time = createHeldClock();
  marks = [];
  slack = await startCalmSlack();
  mina = slack.person('Mina');
  const channel = slack.channel('class', [mina]);
  folder = await freshFolder();
  bot = await startBot({
    folder,
    variables: socketVariables(slack),
    platforms: async (tools) => {
      if (!tools.config.slack) return [];
      const platform = createSlack({ ...tools, betweenEdits: 50, clock: time.clock }, tools.config.slack);
      return [
        {
          ...platform,
          start: (reception) =>
            platform.start({
              ...reception,
              async receive(inbound) {
                await gate;
                if (inbound.mark !== undefined) marks.push(inbound.mark);
                return reception.receive(inbound);
              },
            }),
        },
      ];
    },
  });
  story = createStory(slack, channel, mina);
});
afterEach(async () => {
  open?.();
  await bot.stop();
  await slack.close();
});

const openForm = async () => {
  const root = await story.begin();
  await story.post(root, 2);
  await story.seen(root, '1번 그림 이야기하기');
  await mina.click(story.now(root), '1번 그림 이야기하기');
  return root;
};

const fillIn = () => mina.fill({ 이름: '별이', 행동: '본다', '이야기 분류': '자연탐구' });

/** What the form is acknowledged with before Slack's 3 s are over, while what was typed cannot be kept yet. */
const submitInTime = async () => {
  const submitted = mina.submit();
  await expect.poll(time.waiting).toBe(1);
  time.pass(2500);
  return submitted;
};

describe('on a slow disk', () => {
  it('a window opens in time and is filled when the form is there', async () => {
    const root = await story.begin();
    await story.post(root, 1);
    await story.seen(root, '1번 그림 이야기하기');
    close();
    await mina.click(story.now(root), '1번 그림 이야기하기');
    await expect.poll(time.waiting).toBe(1);
    // Slack would let it open for 3 s.
    time.pass(2000);
    await slack.until(() => mina.view?.title === '잠깐만요' || mina.view?.title === 'One moment', 'a word of patience');
    open();
    await slack.until(() => mina.view?.title === '1번 그림 이야기', 'the form');
    expect(slack.faults).toEqual([]);
  });

  it('a form that was sent is acknowledged in time, and the next one comes when it is there', async () => {
    const root = await openForm();
    await slack.until(() => mina.view?.title === '1번 그림 이야기', 'the form');
    await fillIn();
    close();
    expect(await submitInTime()).toMatchObject({ type: 'next' });
    open();
    await slack.until(() => mina.view?.title === '2번 그림 이야기', 'the next form');
    await fillIn();
    close();
    await submitInTime();
    open();
    await slack.until(() => mina.view?.texts.join().includes('다 적었어요'), 'the last word');
    await story.seen(root, '책 만들기');
    expect(slack.faults).toEqual([]);
  });

  it('a form that could not be kept says so, and what was typed stays', async () => {
    await openForm();
    await slack.until(() => mina.view?.title === '1번 그림 이야기', 'the form');
    await fillIn();
    gate = Promise.reject(new TalesError('store-unusable', { path: 'sessions.sqlite', reason: 'full' }));
    gate.catch(() => undefined);
    const outcome = await mina.submit();
    expect(outcome.type).toBe('errors');
    expect(JSON.stringify(outcome)).toContain('디스크가 가득 찼어요');
    expect(mina.view?.fields.find(({ label }) => label === '이름')?.shows).toBe('별이');
    gate = undefined;
    expect(await mina.submit()).toMatchObject({ type: 'next', title: '2번 그림 이야기' });
  });

  it('pictures that could not be kept are told of, and nothing later hides them from the next start', async () => {
    const root = await story.begin();
    await story.post(root, 1);
    expect(marks).toHaveLength(1);
    gate = Promise.reject(new TalesError('store-unusable', { path: 'sessions.sqlite', reason: 'full' }));
    gate.catch(() => undefined);
    mina.post(root.channel, { thread: root, files: [await picture(2)] });
    await slack.until(
      () => mina.ephemerals().some((one) => one.shown && texts(one).join().includes('디스크가 가득 찼어요')),
      'the fault',
    );
    gate = undefined;
    mina.post(root.channel, { thread: root, files: [await picture(3)] });
    await story.seen(root, '그림 2장');
    expect(marks).toHaveLength(1);
  });

  it('a press that could not be kept is answered', async () => {
    const root = await story.begin();
    gate = Promise.reject(new TalesError('store-unusable', { path: 'sessions.sqlite', reason: 'full' }));
    gate.catch(() => undefined);
    await mina.click(story.now(root), '제목과 지은이');
    await slack.until(
      () => mina.ephemerals().some((one) => texts(one).join().includes('디스크가 가득 찼어요')),
      'the fault',
    );
  });

  it('problems are told at their fields', async () => {
    const root = await story.begin();
    await mina.click(story.now(root), '제목과 지은이');
    await slack.until(() => mina.view?.title === '제목과 지은이', 'the form');
    await mina.fill({ 지은이: '가'.repeat(61) });
    expect(await mina.submit()).toEqual({ type: 'errors', errors: { 지은이: expect.stringContaining('60자') } });
  });
});
