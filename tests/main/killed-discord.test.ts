// The whole program on the fake Discord, killed ten times while a child makes a book: nothing is lost, one book comes.
import { expect, it } from 'vitest';
import { type Bookish, bookIn, examples, plain } from '../bots/discord/house.ts';
import type { Person } from '../fakes/discord/person.ts';
import { ClientRefuses, NoAnswer } from '../fakes/discord/reaction.ts';
import { buttons, pictures } from '../fakes/discord/read.ts';
import type { FakeDiscord } from '../fakes/discord/start.ts';
import { insist } from '../support/insist.ts';
import { startWithMishaps } from '../support/mishaps.ts';
import { booksOn, prepare } from './on-discord.ts';

/** How long a person waits before trying again. */
const PATIENCE = 4000;
/** How long the program may do nothing before it is killed anyway. */
const QUIET = 1500;
const ACTIONS = ['지붕에 오른다', '숲을 걷는다', '물에 발을 담근다'] as const;

const insistOn =
  (discord: FakeDiscord) =>
  (what: string, shows: () => boolean, act: () => Promise<unknown> = async () => {}) =>
    insist({
      what,
      shows,
      act,
      wait: (seen) => discord.until(seen, what, PATIENCE),
      forgives: (error) => error instanceof ClientRefuses || error instanceof NoAnswer,
    });

async function startStubbornly(discord: FakeDiscord, child: Person): Promise<Bookish> {
  const started = () => child.threads().find(({ id }) => discord.latestCard(id) !== undefined);
  const start = () => child.command('/storybook start', { title: '달빛 소풍' });
  await insistOn(discord)('a thread with a card', () => started() !== undefined, start);
  return bookIn(discord, started()?.id ?? '');
}

/** Until the card says that the book is there. */
async function makeStubbornly(discord: FakeDiscord, child: Person): Promise<Bookish> {
  const book = await startStubbornly(discord, child);
  const insisted = insistOn(discord);
  const shows = (text: string) => (): boolean => plain(book.card()).includes(text);
  const press = async (label: string): Promise<void> => {
    const found = buttons(book.card()).find((button) => button.label.startsWith(label));
    if (found) await child.click(book.card(), found.label);
  };
  const [first, ...others] = await examples(ACTIONS.length);
  child.post(book.thread, { files: first ? [first] : [] });
  child.post(book.thread, { files: others });
  await insisted('the pictures', shows(`그림 ${ACTIONS.length}장`));
  for (const [index, action] of ACTIONS.entries()) {
    await insisted(action, shows(action), async () => {
      if (!child.modal) await press(`${index + 1}번 그림 이야기`);
      if (child.modal) await child.fill({ 이름: '별이', 행동: action, '이야기 분류': '자연탐구' }).submit();
    });
  }
  const isAsked = (): boolean => !buttons(book.card()).some(({ label }) => label === '책 만들기');
  await insisted('that it is made', isAsked, () => press('책 만들기'));
  await insisted('the book', shows('책이 완성됐어요'));
  return book;
}

it('makes one book although it is killed again and again', { timeout: 480_000 }, async () => {
  const { discord, folder, environment } = await prepare();
  const more = (events: number): Promise<unknown> => {
    const goal = discord.requests.length + events;
    return discord.until(() => discord.requests.length >= goal, `${events} more requests`, QUIET);
  };
  const { over, program } = await startWithMishaps({ environment, folder, times: 10, seed: 1, more });
  const child = discord.person({ name: '하늘', locale: 'ko' });
  const book = await makeStubbornly(discord, child);
  await over;
  await book.cardSays('책이 완성됐어요');
  expect(booksOn(discord)).toHaveLength(1);
  expect(pictures(book.card())).toHaveLength(ACTIONS.length);
  const places = ACTIONS.map((action) => plain(book.card()).indexOf(action));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(await program().stop()).toBe(0);
});
