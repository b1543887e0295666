// What a program has kept of a class, read from its data folder once it has ended: sessions, the classroom, bytes.
import type { Classroom, Session } from '../../../src/bots/index.ts';
import { readConfig } from '../../../src/config.ts';
import { openKeeping } from '../../../src/keeping.ts';
import { type Drawing, sha256 } from './plans.ts';

export interface KeptBook {
  readonly thread: string;
  /** In their order; what is not there any more has no hash. */
  readonly pictures: readonly Drawing[];
  /** As they stand. */
  readonly captions: readonly string[];
  /** Pages of the edition that the class may see. */
  readonly approvedPages: number;
  /** Whether the file of that edition is there. */
  readonly hasFile: boolean;
}

export interface Kept {
  readonly books: readonly KeptBook[];
  /** Threads of the books on the shelf. */
  readonly shelf: readonly string[];
  readonly anthologies: readonly { readonly books: number; readonly volumes: number; readonly pages: number }[];
}

type Read = (key: string) => Promise<Uint8Array | undefined>;

async function bookOf(session: Session, read: Read): Promise<KeptBook | undefined> {
  if (session.state !== 'open') return undefined;
  const { thread, scenes, approved } = session;
  const pictures: Drawing[] = [];
  for (const { picture } of scenes) {
    const bytes = picture && (await read(picture.key));
    if (picture) pictures.push({ posted: picture.sha256, kept: bytes ? sha256(bytes) : '' });
  }
  const file = approved && (await read(approved.printed.pdf.key));
  return {
    thread,
    pictures,
    captions: scenes.flatMap(({ caption }) => caption?.text ?? []),
    approvedPages: approved?.book.pages.length ?? 0,
    hasFile: file !== undefined && file.length > 0,
  };
}

export async function readKept(environment: Readonly<Record<string, string>>, channel: string): Promise<Kept> {
  const config = readConfig(environment);
  const { stores, blobs, close } = await openKeeping({ config, log: { warn: () => {} }, onLost: () => {} });
  try {
    const sessions = stores.open<Session>({ namespace: 'sessions' });
    const books: KeptBook[] = [];
    for await (const id of sessions.keys()) {
      const session = await sessions.get(id);
      const book = session && (await bookOf(session, (key) => blobs.get(key)));
      if (book) books.push(book);
    }
    const classroom = await stores.open<Classroom>({ namespace: 'classrooms' }).get(`class:discord:${channel}`);
    return {
      books,
      shelf: classroom?.books.filter(({ shelved }) => shelved !== undefined).map(({ thread }) => thread) ?? [],
      anthologies:
        classroom?.anthologies.map(({ books: bound, bound: made }) => ({
          books: bound.length,
          volumes: made?.volumes.length ?? 0,
          pages: made?.volumes.reduce((sum, { pageCount }) => sum + pageCount, 0) ?? 0,
        })) ?? [],
    };
  } finally {
    await close();
  }
}
