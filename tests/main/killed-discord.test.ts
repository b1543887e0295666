// The whole program on the fake Discord, killed ten times while a child makes a book, and its worker killed while it works:
// nothing is lost, one book comes.
import { expect, it, onTestFinished } from 'vitest';
import { type Bookish, bookIn, examples, makeBook, plain } from '../bots/discord/house.ts';
import type { Person } from '../fakes/discord/person.ts';
import { ClientRefuses, NoAnswer } from '../fakes/discord/reaction.ts';
import { buttons, pictures } from '../fakes/discord/read.ts';
import { type FakeDiscord, startDiscord } from '../fakes/discord/start.ts';
import { freshFolder } from '../support/folder.ts';
import { insist } from '../support/insist.ts';
import { startWithMishaps } from '../support/mishaps.ts';
import { startProgram } from '../support/program.ts';

/** How long a person waits before trying again. */
const PATIENCE = 4000;
/** How long the program may do nothing before it is killed anyway. */
const QUIET = 1500;
const ACTIONS = ['지붕에 오른다', '숲을 걷는다', '물에 발을 담근다'] as const;

async function prepare() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const folder = await freshFolder();
  const environment = {
    DATA_DIR: `${folder}/data`,
    WEB: 'off',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DOWNLOAD_HOSTS: new URL(discord.url).host,
  };
  return { discord, folder, environment };
}

const booksOn = (discord: FakeDiscord) =>
  discord
    .threads()
    .flatMap(({ id }) => discord.messages(id))
    .filter(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.pdf')));

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

it.skipIf(process.platform !== 'linux')(
  'makes the book although its worker is killed at it (needs /proc to find the worker)',
  { timeout: 120_000 },
  async () => {
    const { discord, folder, environment } = await prepare();
    const program = await startProgram(environment, folder);
    onTestFinished(() => program.kill());
    const child = discord.person({ name: '하늘', locale: 'ko' });
    const killWorker = async (): Promise<void> => {
      const [worker] = await program.children();
      if (worker === undefined) throw new Error('there is no worker');
      process.kill(worker, 'SIGKILL');
    };
    const thread = discord.until(() => child.threads()[0], 'a thread');
    const making = makeBook(discord, child, '달빛 소풍', await examples(2));
    const book = bookIn(discord, (await thread).id);
    await book.cardSays('그림을 확인하고 있어요');
    await killWorker();
    await discord.until(() => !buttons(book.card()).some(({ label }) => label === '책 만들기'), 'the making');
    await making;
    await killWorker();
    await child.click(await book.cardSays('책이 완성됐어요'), '책 다시 받기');
    await discord.until(() => booksOn(discord).length === 2, 'the second book');
    expect(await program.stop()).toBe(0);
  },
);
