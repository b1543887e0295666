// What can be done with books at the local page, whatever the wire looks like: begin one, say something in it, hand in
// pictures, look at it, fetch its files.
import type { Blobs } from '../../blobs.ts';
import { TalesError } from '../../errors.ts';
import { fileNameFor } from '../../file-name.ts';
import type { Store } from '../../store.ts';
import type { BlobRef, Locale } from '../../story.ts';
import type { Actor, PersonEvent, PostedPicture } from '../conversation/events.ts';
import { printFileName } from '../conversation/printing.ts';
import type { Answer, Outbound } from '../conversation/replies.ts';
import type { OpenSession } from '../conversation/session.ts';
import { type IntakeLimits, refusalOf } from '../intake.ts';
import type { Reception, Sent } from '../types.ts';
import { createBudget, declaredLength, readBody } from './bodies.ts';
import type { Announced, StartedBook } from './incoming.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { printedFor, shownTo, viewOf } from './view.ts';
import type { AnswerView, NoticeView, Seen, Told } from './view-types.ts';

export const SERVICE = 'web';
/** Who looks or says something. */
export interface Visitor {
  readonly locale: Locale;
  readonly isTeacher: boolean;
}

/** The one classroom of the page. */
export const CHANNEL = 'page';

/** Children at the page are its one person: whoever holds a book's address may change it. So are teachers, behind their code. */
export const actorFor = ({ locale, isTeacher }: Visitor): Actor =>
  isTeacher ? { id: `${SERVICE}-teacher`, teacher: true, locale } : { id: SERVICE, teacher: false, locale };

export interface DeskOptions {
  readonly blobs: Pick<Blobs, 'get'>;
  /** What was said in a book and is not yet put aside, by thread. */
  readonly notices: Pick<Store<readonly NoticeView[]>, 'get' | 'set' | 'delete'>;
  readonly limits: IntakeLimits;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Names of books: unguessable, `[\w-]` alone. */
  readonly newName: () => string;
}

export interface BookFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

export interface Handed {
  readonly source: string;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly headers: Headers;
}

export interface Desk {
  readonly rooms: Rooms;
  open(reception: Reception): void;
  close(): void;
  /** The book's name, or why none may begin. */
  begin(book: StartedBook, visitor: Visitor): Promise<{ readonly thread: string } | { readonly refusal: string }>;
  /** `undefined` when there is no such book. */
  look(thread: string, visitor: Visitor): Promise<Seen | undefined>;
  say(thread: string, event: PersonEvent, visitor: Visitor): Promise<Told | undefined>;
  announce(thread: string, announced: Announced, visitor: Visitor): Promise<Told | undefined>;
  /** Resolves once the bytes are kept, with whether they are. @throws TalesError `picture-too-large` */
  hand(thread: string, handed: Handed): Promise<boolean | undefined>;
  dismiss(thread: string, keys: readonly string[]): Promise<void>;
  picture(thread: string, scene: string, size: string): Promise<BookFile | undefined>;
  /** An image of the printed book's sheet, counted from 1. */
  leaf(thread: string, number: number, visitor: Visitor): Promise<BookFile | undefined>;
  pdf(thread: string, visitor: Visitor): Promise<BookFile | undefined>;
  booklet(thread: string, visitor: Visitor): Promise<BookFile | undefined>;
  sent(thread: string, outbound: Outbound): Promise<Sent>;
}

/** Files held in memory at once, in sizes of the largest. */
const AT_ONCE = 4;
/** How long a handed-in file may take to be kept, in milliseconds. */
const KEEPING_TIME = 60_000;
const MOST_NOTICES = 8;

function answerViews(answers: readonly Answer[]): readonly AnswerView[] {
  return answers.flatMap((answer): AnswerView[] => {
    if (answer.type === 'problems') return [{ type: 'problems', problems: answer.problems }];
    if (answer.type === 'form') return [{ type: 'form', form: answer.form }];
    return answer.type === 'notice' || answer.type === 'saved' ? [{ type: answer.type, text: answer.text }] : [];
  });
}

const isAwaited = ({ scenes }: OpenSession, source: string): boolean =>
  scenes.some(({ incoming }) => incoming?.source === source && incoming.upload === undefined);

export function createDesk({ blobs, notices, limits, now, newName }: DeskOptions): Desk {
  const rooms = createRooms();
  const budget = createBudget(AT_ONCE * limits.bytes);
  const passing = new Map<string, { readonly done: number; readonly total: number }>();
  let reception: Reception | undefined;
  let lastPlace = 0;
  let lastMoment = 0;

  const host = (): Reception => {
    if (!reception) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
    return reception;
  };

  const openSession = async (thread: string): Promise<OpenSession | undefined> => {
    const session = await host().look(thread);
    return session?.state === 'open' ? session : undefined;
  };

  /** Rises also from one life of the program to the next. */
  const nextMoment = (): number => {
    lastMoment = Math.max(now() * 1000, lastMoment + 1);
    return lastMoment;
  };

  const look: Desk['look'] = async (thread, visitor) => {
    const at = nextMoment();
    const session = await host().look(thread);
    if (!session) return undefined;
    const steps = passing.get(thread);
    const view = viewOf(session, {
      ...visitor,
      notices: (await notices.get(thread)) ?? [],
      largest: limits.bytes,
      ...(steps && { progress: { id: '', book: session.id, kind: 'write', type: 'progress', ...steps } }),
    });
    return { at, view };
  };

  const say: Desk['say'] = async (thread, event, visitor) => {
    if (!(await host().look(thread))) return undefined;
    const answers = await host().receive({ thread, event });
    rooms.touch(thread);
    const seen = await look(thread, visitor);
    if (seen?.view.state === 'deleted') await notices.delete(thread);
    return seen && { ...seen, answers: answerViews(answers) };
  };

  /** Later than all before, so that pictures stand in the order in which they were chosen. */
  const nextPlace = (): string => {
    lastPlace = Math.max(now(), lastPlace + 1);
    return `${lastPlace}`.padStart(15, '0');
  };

  const fileOf = async (ref: BlobRef | undefined, fileName: string): Promise<BookFile | undefined> => {
    const bytes = ref && (await blobs.get(ref.key));
    return bytes && { bytes, mediaType: ref.mediaType, fileName };
  };

  return {
    rooms,
    open: (given) => {
      reception = given;
      // Suggestions, for one, change nothing that is sent.
      given.watch(rooms.touch);
    },
    close: () => {
      reception = undefined;
    },
    async begin({ id, title, label, locale }, visitor) {
      const thread = newName();
      // Where there is no class, the page is everybody's; one that is closed says itself that no book may begin.
      const isClass = (await host().classes.look(CHANNEL)) !== undefined;
      const answers = await host().receive({
        thread,
        event: {
          type: 'started',
          id,
          actor: { ...actorFor(visitor), ...(visitor.isTeacher && { id: SERVICE }) },
          locale,
          ...(isClass && { channel: CHANNEL }),
          ...(title && { title }),
          ...(label && { label }),
        },
      });
      if (await host().look(thread)) return { thread };
      return { refusal: answers.flatMap((answer) => (answer.type === 'notice' ? [answer.text] : [])).join('\n') };
    },
    look,
    say,
    async announce(thread, { id, into, files }, visitor) {
      const place = nextPlace();
      const pictures = files.map(({ source, name, size, type }, index): PostedPicture => {
        const refused = refusalOf({ size, mediaType: type }, limits);
        return { source, name, place: `${place}.${`${index}`.padStart(3, '0')}`, ...(refused && { refused }) };
      });
      const event: PersonEvent = { type: 'posted', id, actor: actorFor(visitor), pictures, ...(into && { into }) };
      return say(thread, event, visitor);
    },
    async hand(thread, { source, body, headers }) {
      const declared = declaredLength(headers) ?? limits.bytes;
      if (declared > limits.bytes) throw new TalesError('picture-too-large', { size: declared, limit: limits.bytes });
      const giveBack = await budget.take(declared);
      try {
        const session = await openSession(thread);
        const bytes = await readBody(body, limits.bytes);
        if (!session) return undefined;
        if (!isAwaited(session, source)) return true;
        // The picture was told of before; telling of it again is how its bytes are handed over.
        const event: PersonEvent = {
          type: 'posted',
          id: `${source}-${now()}`,
          actor: { id: session.owner, teacher: false },
          pictures: [{ source, place: '' }],
        };
        await host().receive({ thread, event, uploads: [{ source, size: bytes.length, read: async () => bytes }] });
        const isKept = async (): Promise<boolean> => {
          const after = await openSession(thread);
          return !after || !isAwaited(after, source);
        };
        return await rooms.until(thread, isKept, KEEPING_TIME);
      } finally {
        giveBack();
      }
    },
    async dismiss(thread, keys) {
      const left = ((await notices.get(thread)) ?? []).filter(({ key }) => !keys.includes(key));
      if (left.length > 0) await notices.set(thread, left);
      else await notices.delete(thread);
      rooms.touch(thread);
    },
    async picture(thread, key, size) {
      const session = await openSession(thread);
      const scenes = [...(session?.scenes ?? []), ...(session?.removed ?? [])];
      const scene = scenes.find((other) => other.key === key);
      const small = size === 'small' ? scene?.thumbnail : undefined;
      return fileOf(small ?? scene?.picture, scene?.picture?.name ?? key);
    },
    async leaf(thread, number, visitor) {
      const session = await openSession(thread);
      return fileOf(session && shownTo(session, visitor)?.pages[number - 1], `${number}.jpg`);
    },
    async pdf(thread, visitor) {
      const session = await openSession(thread);
      const book = session && printedFor(session, visitor);
      return fileOf(book?.pdf, fileNameFor(book?.title ?? '', '.pdf'));
    },
    async booklet(thread, visitor) {
      const session = await openSession(thread);
      if (!session || !printedFor(session, visitor)) return undefined;
      const { booklet } = session;
      return booklet && fileOf(booklet.made?.pdf, printFileName(booklet, visitor.locale));
    },
    async sent(thread, outbound) {
      host();
      if (outbound.type === 'card') {
        const { progress } = outbound.card;
        if (outbound.passing && progress) passing.set(thread, progress);
        else passing.delete(thread);
      }
      if (outbound.type === 'notice') {
        const others = ((await notices.get(thread)) ?? []).filter(({ key }) => key !== outbound.key);
        await notices.set(thread, [...others, { key: outbound.key, text: outbound.text }].slice(-MOST_NOTICES));
      }
      if (outbound.type === 'withdraw') await notices.delete(thread);
      // The core tells us before it remembers that it did; the page is told once more when it looks.
      rooms.touch(thread);
      if (outbound.type === 'card') return { ref: 'card' };
      return outbound.type === 'book' || outbound.type === 'notice' || outbound.type === 'file'
        ? { ref: outbound.key }
        : {};
    },
  };
}
