// A whole program that talks on the fake Discord: the real client, the real host, the real pipeline, a folder of its own
// that outlives it. And how a person makes a book there.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import type { JobHandlers, JobQueue } from '../../../src/jobs.ts';
import type { Log } from '../../../src/log.ts';
import { startTalking, type Talking } from '../../../src/main/talking.ts';
import { createInlineQueue } from '../../../src/pipeline/queue/inline.ts';
import { handlersFor } from '../../../src/worker/handlers-for.ts';
import type { Upload } from '../../fakes/discord/files.ts';
import type { Message } from '../../fakes/discord/model.ts';
import type { Person } from '../../fakes/discord/person.ts';
import type { Reaction } from '../../fakes/discord/reaction.ts';
import { buttons, texts } from '../../fakes/discord/read.ts';
import { type DiscordOptions, type FakeDiscord, startDiscord } from '../../fakes/discord/start.ts';
import { freshFolder } from '../../support/folder.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const NAMES = [
  'moonlight-picnic/1-roof.png',
  'moonlight-picnic/2-forest.png',
  'moonlight-picnic/3-lake.png',
  'school-yard/4-sprout.jpg',
] as const;

/** The nth small picture, under a name of its own. */
export async function example(number: number): Promise<Upload> {
  const path = NAMES[(number - 1) % NAMES.length] ?? NAMES[0];
  const bytes = new Uint8Array(await readFile(`${EXAMPLES}/${path}`));
  return { name: `${number}.png`, bytes, contentType: 'image/png' };
}

export const examples = (count: number): Promise<readonly Upload[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => example(index + 1)));

export const broken = (name = 'broken.png'): Upload => ({
  name,
  bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]),
  contentType: 'image/png',
});

/** Milliseconds. Here the whole program, its work and Discord share one thread: how quick it is shows nothing. */
const UNHURRIED = 30_000;

export interface HouseOptions extends DiscordOptions {
  readonly variables?: (discord: FakeDiscord) => Readonly<Record<string, string>>;
  /** In the place of the real ones, which they may ask. */
  readonly handlers?: Partial<JobHandlers> | ((config: Config) => Partial<JobHandlers>);
}

export interface House {
  readonly discord: FakeDiscord;
  /** Errors that were logged. */
  readonly errors: unknown[];
  readonly announced: string[];
  /** Another life of the program, over the same folder. */
  readonly live: () => Promise<Talking>;
}

function createTestLog(errors: unknown[]): Log {
  const log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (...line: unknown[]) => void errors.push(line),
    child: () => log,
  };
  return log as unknown as Log;
}

function pipelineFor(config: Config, log: Log, overrides: NonNullable<HouseOptions['handlers']>): JobQueue {
  const real = handlersFor(config);
  const own = typeof overrides === 'function' ? overrides(config) : overrides;
  return createInlineQueue({ handlers: { ...real, ...own }, log });
}

export async function createHouse(options: HouseOptions = {}): Promise<House> {
  const { variables = () => ({}), handlers = {}, ...given } = options;
  const discord = await startDiscord({ answerWithin: UNHURRIED, ...given });
  onTestFinished(() => discord.close());
  const folder = await freshFolder();
  const errors: unknown[] = [];
  const announced: string[] = [];
  const log = createTestLog(errors);
  const config = readConfig({
    DATA_DIR: folder,
    WEB: 'off',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DOWNLOAD_HOSTS: new URL(discord.url).host,
    ...variables(discord),
  });
  const live = async (): Promise<Talking> => {
    const talking = await startTalking({
      locale: 'ko',
      config,
      log,
      announce: (line) => void announced.push(line),
      createQueue: () => pipelineFor(config, log, handlers),
    });
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => {
      stopped ??= talking.stop();
      return stopped;
    };
    onTestFinished(stop);
    return { stop };
  };
  return { discord, errors, announced, live };
}

/** The message that a reaction ended in. */
export async function said(reaction: Reaction): Promise<Message> {
  const message = await reaction.settled();
  if (!message) throw new Error('nothing was said');
  return message;
}

export const labelsOf = (message: Message): readonly string[] => buttons(message).map(({ label }) => label);
/** Without Discord's escapes. */
export const plain = (message: Message): string =>
  texts(message)
    .join('\n')
    .replace(/\\(?=[^\w\s])/g, '');

export interface Bookish {
  readonly thread: string;
  /** The card as it is now. */
  readonly card: () => Message;
  /** Waits until the card says so. */
  readonly cardSays: (text: string) => Promise<Message>;
  readonly book: () => Message | undefined;
}

/** The thread of a book. */
export function bookIn(discord: FakeDiscord, thread: string): Bookish {
  const isBook = ({ attachments }: Message): boolean => attachments.some(({ filename }) => filename.endsWith('.pdf'));
  const cards = (): readonly Message[] =>
    discord
      .messages(thread)
      .filter((message) => message.author.bot && message.flags === 32_768 && labelsOf(message).length > 0);
  const card = (): Message => {
    const last = cards().at(-1);
    if (!last) throw new Error('there is no card');
    return last;
  };
  return {
    thread,
    card,
    cardSays: (text) =>
      discord.until(() => {
        const last = cards().at(-1);
        return last && plain(last).includes(text) ? last : undefined;
      }, `a card that says ${text}`),
    book: () => discord.messages(thread).findLast(isBook),
  };
}

export async function startBook(discord: FakeDiscord, child: Person, title?: string, place?: string): Promise<Bookish> {
  const before = new Set(child.threads().map(({ id }) => id));
  const reaction = await child.command('/storybook start', title ? { title } : {}, place);
  await reaction.settled();
  const thread = child.threads().find(({ id }) => !before.has(id));
  if (!thread) throw new Error(`no thread was opened: ${plain(await said(reaction))}`);
  const book = bookIn(discord, thread.id);
  await book.cardSays('10장까지');
  return book;
}

export const DESCRIPTION = { 이름: '별이', 행동: '달을 바라본다', '이야기 분류': '자연탐구' } as const;

/** Presses what the card offers first, and answers the form, until every picture is described. */
export async function describeAll(child: Person, book: Bookish, count: number): Promise<void> {
  let at: Message = await book.cardSays('1번 그림의 이야기를 들려주세요');
  await child.click(at, '1번 그림 이야기하기');
  for (let number = 1; number <= count; number++) {
    const saved = await child.fill({ ...DESCRIPTION, 행동: `달을 ${number}번 바라본다` }).submit();
    at = await said(saved);
    if (number < count) await child.click(at, `${number + 1}번 그림 이야기`);
  }
}

/** From the first command to the PDF. */
export async function makeBook(
  discord: FakeDiscord,
  child: Person,
  title: string,
  files: readonly Upload[],
): Promise<Bookish> {
  const book = await startBook(discord, child, title);
  child.post(book.thread, { files });
  await book.cardSays(`그림 ${files.length}장`);
  await describeAll(child, book, files.length);
  await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
  await discord.until(book.book, 'the book');
  return book;
}
