// One child of the class: begins a book, posts pictures, tells their stories, gives it a title, makes it, mends it where
// the teacher asks for it, and presses old buttons in between. Does again what was not answered, as children do.
import type { Message } from '../../fakes/discord/model.ts';
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import { type Hands, isForgiven, plain } from './hands.ts';
import type { Plan } from './plans.ts';
import { buttonOf, cardIn, cardText } from './room.ts';
import { COMMENT, type Teacher } from './teacher.ts';
import type { Watch } from './watch.ts';

/** Whatever takes longer than this does not come any more. */
const LONG = 900_000;
/** Who asks for a second book has two. */
const BEGINNING = 60_000;
const MOST_FORMS = 80;
const DESCRIBE = /\d+번 그림 이야기하기$/;
const MAKE = /(책 만들기|다시 만들기)$/;
const WAITS = '선생님이 책을 보고 계세요';
const DONE = '완성';

export interface ChildTools {
  readonly discord: FakeDiscord;
  readonly watch: Watch;
  readonly teacher: Teacher;
  readonly hands: Hands;
  /** Who takes the book over, where it is handed on. */
  readonly heir: Hands;
  /** Resolves when the teacher says: now, all of you. */
  readonly now: Promise<void>;
}

/** Times are `performance.now()`. */
export interface Story {
  readonly plan: Plan;
  readonly thread: string;
  readonly posted: number;
  readonly described: number;
  readonly asked: number;
  readonly reviewed: number;
}

async function begin({ label, title }: Plan, { discord, hands }: ChildTools): Promise<string> {
  const { channelId } = discord;
  const mine = () => hands.person.threads().find(({ id }) => cardIn(discord, id) !== undefined);
  const start = () => hands.command('/storybook start', { who: label, title }, channelId);
  await hands.insist('a book', () => mine() !== undefined, start, BEGINNING);
  return mine()?.id ?? '';
}

/** A book of one child, as it is worked on. */
function atWork(plan: Plan, thread: string, tools: ChildTools, hands: Hands) {
  const { discord, watch } = tools;
  const { label, pictures } = plan;
  const card = () => cardIn(discord, thread);
  const says = (text: string): boolean => cardText(discord, thread).includes(text);
  const see = (look: () => unknown, what: string): Promise<unknown> => watch.until(look, `${label}: ${what}`, LONG);
  const press = async (like: RegExp): Promise<void> => {
    const now = card();
    const button = buttonOf(now, like);
    if (now && button) await hands.click(now, button);
  };
  const forgiving = async (act: () => Promise<unknown>): Promise<void> => {
    await act().catch((error) => {
      if (!isForgiven(error)) throw error;
    });
  };

  const describeOne = async (offer: string): Promise<void> => {
    if (!hands.person.modal) await press(DESCRIBE);
    if (!hands.person.modal) return;
    const number = Number.parseInt(offer.replace(/\D*/, ''), 10);
    await hands.submit({ 이름: '별이', 행동: `꽃 ${number}송이를 심는다`, '이야기 분류': '자연탐구' });
    await watch.until(() => buttonOf(card(), DESCRIBE) !== offer, 'the next picture', 8000);
  };

  return {
    card,
    says,
    see,
    /** Until there is nothing left to be told of `count` pictures. */
    async describeAll(count: number): Promise<void> {
      for (let forms = 0; forms < MOST_FORMS; forms += 1) {
        const seesAll = () => says(`그림 ${count}장`) && (buttonOf(card(), DESCRIBE) ?? buttonOf(card(), MAKE));
        const offer = await watch.until(seesAll, `${label}: ${count} pictures and what to do`, LONG);
        if (!DESCRIBE.test(offer)) return;
        await forgiving(() => describeOne(offer));
      }
      throw new Error(`${label}: the pictures were never all described`);
    },
    retitle: (title: string) =>
      hands.insist(
        `${label}: the title`,
        () => says(title),
        async () => {
          if (!hands.person.modal) await press(/제목과 지은이$/);
          if (hands.person.modal) await hands.submit({ '책 제목': title });
        },
      ),
    make: () =>
      hands.insist(
        `${label}: the making`,
        () => buttonOf(card(), MAKE) === undefined,
        () => press(MAKE),
      ),
    /** What is old does nothing: neither words of an earlier card nor a second wish for the same book. */
    pressOld: async (old: Message, like: RegExp): Promise<void> => {
      const button = buttonOf(old, like);
      if (button) await forgiving(() => hands.click(old, button, { asSeen: true }));
      hands.person.dismiss();
    },
    pictures: pictures.length,
  };
}

/** The teacher says stop, the child tries all the same, and goes on when it may. */
async function rest({ label }: Plan, hands: Hands, card: () => Message | undefined, teacher: Teacher): Promise<void> {
  await teacher.help(label, '잠깐 멈추기', '잠깐 멈추었어요');
  let told = '';
  await hands.insist(
    `${label}: the rest`,
    () => told.includes('잠깐 쉬어 가자고'),
    async () => {
      const now = card();
      if (now) told = plain(await hands.said(await hands.click(now, '제목과 지은이')));
    },
  );
  await teacher.help(label, '다시 열기', '다시');
}

/** Waits for the teacher's word, and mends until it is yes. */
async function untilBook(plan: Plan, book: ReturnType<typeof atWork>, isThere: () => boolean): Promise<void> {
  if (plan.isReturned) {
    await book.see(() => book.says(COMMENT), 'the book back');
    await book.retitle(`${plan.title}에 핀 꽃`);
    await book.make();
  }
  await book.see(isThere, 'the book');
  await book.see(() => book.says(DONE), 'a card that says so');
}

const isTold = (discord: FakeDiscord, thread: string): boolean =>
  discord.messages(thread).some((message) => plain(message).includes('책에 넣지 못한 그림'));

export async function makeBook(plan: Plan, tools: ChildTools): Promise<Story> {
  const { discord, teacher, heir, now } = tools;
  const { label, title, messages, after, pictures, hasBroken, isPaused, isHanded } = plan;
  if (plan.isLate) await now;
  const thread = await begin(plan, tools);
  const first = cardIn(discord, thread);
  await now;
  const posted = performance.now();
  for (const files of messages) tools.hands.person.post(thread, { files });
  if (isHanded) {
    await teacher.help(label, '다른 아이에게 넘기기', '', { '누가 이어서 만드나요?': [heir.person.id] });
    await tools.watch.until(() => heir.person.threads().some(({ id }) => id === thread), `${label}: the heir`, LONG);
  }
  const hands = isHanded ? heir : tools.hands;
  const book = atWork(plan, thread, tools, hands);
  const described = book.see(() => book.says('명이 꽃밭에'), 'a description').then(() => performance.now());
  await book.see(() => book.says('그림 '), 'a picture');
  // Who describes it sooner keeps the words, and is to post another picture for them.
  if (hasBroken) await book.see(() => isTold(discord, thread), 'that a picture was broken');
  if (isPaused) await rest(plan, hands, book.card, teacher);
  await book.describeAll(pictures.length - after.length);
  if (after.length > 0) {
    hands.person.post(thread, { files: after });
    await book.describeAll(pictures.length);
  }
  if (first) await book.pressOld(first, /제목과 지은이$/);
  await book.retitle(`${title} 이야기`);
  const ready = book.card();
  const asked = performance.now();
  await book.make();
  if (ready) await book.pressOld(ready, MAKE);
  const isThere = () => discord.messages(thread).some(({ attachments }) => attachments.some(isPdf));
  const reviewed = book.see(() => book.says(WAITS) || isThere(), 'a review').then(() => performance.now());
  await untilBook(plan, book, isThere);
  return { plan, thread, posted, described: await described, asked, reviewed: await reviewed };
}

const isPdf = ({ filename }: { readonly filename: string }): boolean => filename.endsWith('.pdf');
