// What can be done with the class of the local page, whatever the wire looks like: look at it, say something about it,
// fetch its files. Its books are the desk's.
import type { Blobs } from '../../blobs.ts';
import { TalesError } from '../../errors.ts';
import { fileNameFor } from '../../file-name.ts';
import type { Store } from '../../store.ts';
import type { BlobRef } from '../../story.ts';
import type { ClassPersonEvent } from '../classroom/events.ts';
import { type Classroom, classId } from '../classroom/facts.ts';
import type { ClassAnswer, ClassOutbound } from '../classroom/replies.ts';
import { isWaiting } from '../conversation/review.ts';
import type { OpenSession } from '../conversation/session.ts';
import type { Reception, Sent } from '../types.ts';
import type { ClassAnswerView, ClassSeen, ClassSignView, ClassTold } from './class-types.ts';
import { bookletTitle, classPageView, classSignView } from './class-view.ts';
import { type BookFile, CHANNEL, SERVICE, type Visitor } from './desk.ts';
import { createRooms, type Rooms } from './rooms.ts';
import type { NoticeView } from './view-types.ts';

export interface ClassDeskOptions {
  readonly blobs: Pick<Blobs, 'get'>;
  /** What teachers were told and have not put aside; under the channel's name. */
  readonly notices: Pick<Store<readonly NoticeView[]>, 'get' | 'set' | 'delete'>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

export interface ClassDesk {
  /** Woken under the channel's name. */
  readonly rooms: Rooms;
  open(reception: Reception): void;
  close(): void;
  look(visitor: Visitor): Promise<ClassSeen>;
  /** What children see of it. */
  sign(visitor: Visitor): Promise<ClassSignView>;
  say(event: ClassPersonEvent, visitor: Visitor): Promise<ClassTold>;
  dismiss(keys: readonly string[]): Promise<void>;
  /** Of an approved book, by its key. */
  cover(book: string): Promise<BookFile | undefined>;
  pdf(book: string): Promise<BookFile | undefined>;
  /** Of an anthology, counted from 1. */
  volume(anthology: number, volume: number, visitor: Visitor): Promise<BookFile | undefined>;
  booklet(anthology: number, volume: number, visitor: Visitor): Promise<BookFile | undefined>;
  sent(outbound: ClassOutbound): Promise<Sent>;
}

const MOST_NOTICES = 8;
const PLACE = { id: classId(SERVICE, CHANNEL), platform: SERVICE, channel: CHANNEL } as const;

const answerView = (answer: ClassAnswer): ClassAnswerView => {
  const { to: _, ...view } = answer;
  return view;
};

export function createClassDesk({ blobs, notices, now }: ClassDeskOptions): ClassDesk {
  const rooms = createRooms();
  let reception: Reception | undefined;
  let lastMoment = 0;

  const host = (): Reception => {
    if (!reception) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
    return reception;
  };

  const classroom = (): Promise<Classroom | undefined> => host().classes.look(CHANNEL);

  const openSession = async (thread: string): Promise<OpenSession | undefined> => {
    const session = await host().look(thread);
    return session?.state === 'open' ? session : undefined;
  };

  const look: ClassDesk['look'] = async ({ locale }) => {
    // Rises also from one life of the program to the next.
    lastMoment = Math.max(now() * 1000, lastMoment + 1);
    const at = lastMoment;
    const known = await classroom();
    // The page is told anew at every change in the class: only what is to be looked at is read for it.
    const asked = (known?.books ?? []).filter(({ digest }) => digest?.review?.state === 'waiting');
    const sessions = await Promise.all(asked.map(({ thread }) => openSession(thread)));
    const waiting = sessions.filter((session) => session !== undefined).filter(isWaiting);
    const told = (await notices.get(CHANNEL)) ?? [];
    return { at, view: classPageView({ place: PLACE, classroom: known, waiting, notices: told, locale }) };
  };

  const fileOf = async (ref: BlobRef | undefined, fileName: string): Promise<BookFile | undefined> => {
    const bytes = ref && (await blobs.get(ref.key));
    return bytes && { bytes, mediaType: ref.mediaType, fileName };
  };

  const approvedOf = async (key: string) => {
    const book = (await classroom())?.books.find((other) => other.key === key);
    return book && (await openSession(book.thread))?.approved?.printed;
  };

  const anthologyOf = async (number: number) =>
    (await classroom())?.anthologies.find((anthology) => anthology.number === number);

  return {
    rooms,
    open(given) {
      reception = given;
      given.classes.watch(rooms.touch);
    },
    close() {
      reception = undefined;
    },
    look,
    sign: async ({ locale }) => classSignView(await classroom(), locale),
    async say(event, visitor) {
      const answers = await host().classes.receive({ channel: CHANNEL, event });
      rooms.touch(CHANNEL);
      return { ...(await look(visitor)), answers: answers.map(answerView) };
    },
    async dismiss(keys) {
      const left = ((await notices.get(CHANNEL)) ?? []).filter(({ key }) => !keys.includes(key));
      if (left.length > 0) await notices.set(CHANNEL, left);
      else await notices.delete(CHANNEL);
      rooms.touch(CHANNEL);
    },
    cover: async (book) => fileOf((await approvedOf(book))?.pages[0], `${book}.jpg`),
    async pdf(book) {
      const printed = await approvedOf(book);
      return fileOf(printed?.pdf, fileNameFor(printed?.title ?? '', '.pdf'));
    },
    async volume(anthology, volume) {
      const found = (await anthologyOf(anthology))?.bound?.volumes[volume - 1];
      return fileOf(found?.pdf, fileNameFor(found?.title ?? '', '.pdf'));
    },
    async booklet(anthology, number, { locale }) {
      const found = await anthologyOf(anthology);
      const booklet = found?.folded?.booklets[number - 1];
      return found && booklet && fileOf(booklet.pdf, fileNameFor(bookletTitle(found, booklet, locale), '.pdf'));
    },
    // The page draws a class from its facts; here is only what facts do not tell.
    async sent(outbound) {
      host();
      if (outbound.type === 'notice') {
        const others = ((await notices.get(CHANNEL)) ?? []).filter(({ key }) => key !== outbound.key);
        await notices.set(CHANNEL, [...others, { key: outbound.key, text: outbound.text }].slice(-MOST_NOTICES));
      }
      rooms.touch(CHANNEL);
      if (outbound.type === 'withdraw') return {};
      return { ref: outbound.type === 'class-card' || outbound.type === 'desk' ? outbound.type : outbound.key };
    },
  };
}
