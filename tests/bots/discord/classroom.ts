// A class on the fake Discord: a teacher who has opened it, children who make books there, and ways to find what is said.
import type { Config } from '../../../src/config.ts';
import type { JobHandlers } from '../../../src/jobs.ts';
import { openBlobs } from '../../../src/keeping.ts';
import type { PageImage } from '../../../src/story.ts';
import { scriptedHandlers } from '../../contracts/scripted-handlers.ts';
import type { Message } from '../../fakes/discord/model.ts';
import type { Person } from '../../fakes/discord/person.ts';
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import {
  type Bookish,
  bookIn,
  createHouse,
  DESCRIPTION,
  example,
  type House,
  type HouseOptions,
  labelsOf,
  plain,
  said,
} from './house.ts';

/** Of pages and PDFs: nobody looks into them here. */
const BYTES = new TextEncoder().encode('%PDF-1.7');

/** Takes pictures, prints and binds at once: how books look is held to elsewhere, what becomes of them is held to here. */
export function printingQuickly(config: Config): Partial<JobHandlers> {
  const blobs = openBlobs(config);
  let printed = 0;
  const keep = async (name: string, mediaType: string) => {
    const key = `books/${name}`;
    await (await blobs).put(key, BYTES);
    return { key, mediaType, size: BYTES.length };
  };
  const image = async (name: string, text: string): Promise<PageImage> => ({
    ...(await keep(`${name}.jpg`, 'image/jpeg')),
    width: 600,
    height: 600,
    text,
  });
  return {
    async receive(input, context) {
      const output = await scriptedHandlers.receive(input, context);
      for (const key of [input.keep, output.thumbnail.key]) await (await blobs).put(key, BYTES);
      return output;
    },
    async print({ book }) {
      printed += 1;
      const name = `${printed}-${Date.now()}`;
      const cover = await image(`${name}-0`, book.title);
      const others = await Promise.all(book.pages.map(({ told }, index) => image(`${name}-${index + 1}`, told.text)));
      return { pdf: await keep(`${name}.pdf`, 'application/pdf'), pages: [cover, ...others], notes: [] };
    },
    async bind({ anthology }) {
      const name = `all-${Date.now()}`;
      const pdf = await keep(`${name}.pdf`, 'application/pdf');
      return {
        volumes: [{ title: anthology.title, pdf, pageCount: 9 }],
        cover: await image(`${name}-0`, anthology.title),
        notes: [],
      };
    },
  };
}

export interface TestClass extends House {
  /** Ends the life that runs. */
  readonly stop: () => Promise<void>;
  readonly teacher: Person;
  /** The ids of the roles that make a teacher. */
  readonly roles: readonly string[];
  /** The thread of the teachers' room. */
  readonly desk: string;
  /** Waits for a message of the bot that says so; the latest of them. */
  readonly saysIn: (place: string, text: string) => Promise<Message>;
  /** The one book's card for the teacher, from the list of all books. */
  readonly look: (label: string, teacher?: Person) => Promise<Message>;
}

export const saysIn = (discord: FakeDiscord, place: string, text: string): Promise<Message> =>
  discord.until(
    () => discord.messages(place).findLast((message) => message.author.bot && plain(message).includes(text)),
    `a message in ${place} that says ${text}`,
  );

/** A class that a teacher – by role alone – has just opened. */
export async function openClass(options: HouseOptions = {}): Promise<TestClass> {
  const roles: string[] = [];
  const house = await createHouse({
    handlers: printingQuickly,
    ...options,
    variables: (given) => {
      roles.push(given.role('선생님'));
      return { DISCORD_TEACHER_ROLES: roles.join(',') };
    },
  });
  const { discord } = house;
  const life = await house.live();
  const teacher = discord.person({ name: '선생님', roles });
  const offer = await said(await teacher.command('/storybook classroom'));
  await teacher.click(offer, '교실 열기');
  const room = await discord.until(
    () => discord.threads(discord.channelId).find(({ name }) => name.startsWith('🍎')),
    'the teachers’ room',
  );
  await saysIn(discord, room.id, '알림판');
  return {
    ...house,
    stop: life.stop,
    teacher,
    roles,
    desk: room.id,
    saysIn: (place, text) => saysIn(discord, place, text),
    async look(label, who = teacher) {
      const roster = await said(await who.command('/storybook class'));
      const options = JSON.stringify(roster.components).match(/"label":"[^"]*"/g) ?? [];
      const option = options.map((found) => found.slice(9, -1)).find((found) => found.startsWith(`${label} –`));
      return said(await who.select(roster, [option ?? label]));
    },
  };
}

/** A book that a child begins in the class, under a number or a nickname. */
export async function joinClass(discord: FakeDiscord, child: Person, who?: string, title?: string): Promise<Bookish> {
  const before = new Set(discord.threads(discord.channelId).map(({ id }) => id));
  const answer = await said(
    await child.command('/storybook start', { ...(who && { who }), ...(title && { title }) }, discord.channelId),
  );
  const link = /<#(\d+)>/.exec(plain(answer))?.[1];
  if (link === undefined || before.has(link)) throw new Error(`no thread was opened: ${plain(answer)}`);
  const book = bookIn(discord, link);
  await book.cardSays('10장까지');
  return book;
}

/** One picture, described and printed: it waits for the teacher then. */
export async function makeInClass(discord: FakeDiscord, child: Person, who: string, title: string): Promise<Bookish> {
  const book = await joinClass(discord, child, who, title);
  child.post(book.thread, { files: [await example(1)] });
  await child.click(await book.cardSays('1번 그림의 이야기'), '1번 그림 이야기하기');
  await child.fill(DESCRIPTION).submit();
  await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
  await book.cardSays('선생님이 책을 보고 계세요');
  return book;
}

/** What waits for the teacher's word about a child's book. */
export const reviewOf = ({ discord, desk }: TestClass, label: string): Promise<Message> =>
  discord.until(
    () =>
      discord
        .messages(desk)
        .findLast(
          (message) => plain(message).startsWith(`${label} –`) && labelsOf(message).includes('좋아요, 내보내기'),
        ),
    `a book of ${label} that waits`,
  );

export const announcements = ({ discord }: Pick<House, 'discord'>): readonly Message[] =>
  discord.messages(discord.channelId).filter((message) => plain(message).includes('새 그림책이 나왔어요'));
