// Deletes a book for whoever runs the program, when a parent asks: as in the conversation, with the same receipt. Nobody
// else may take turns meanwhile. Messages in chats are withdrawn when the program next reaches them.
import type { Blobs } from '../blobs.ts';
import type { Store } from '../store.ts';
import type { Locale } from '../story.ts';
import { isChat, receiptText } from './conversation/receipt.ts';
import type { Session } from './conversation/session.ts';
import { createTurns } from './turns.ts';

export interface ForgetOptions {
  readonly sessions: Pick<Store<Session>, 'get' | 'set'>;
  readonly blobs: Pick<Blobs, 'delete'>;
  /** Names the deletion, so that it counts once. */
  readonly event: string;
  readonly locale: Locale;
}

export interface Forgotten {
  /** In sentences, a line each. */
  readonly receipt: string;
  /** Messages with a book that are still to be withdrawn. */
  readonly messages: number;
  readonly bytes: number;
}

/** `undefined` where there is no such book, or it is deleted already. */
export async function forgetBook(id: string, options: ForgetOptions): Promise<Forgotten | undefined> {
  const { sessions, blobs, event, locale } = options;
  const turns = createTurns(sessions, () => {});
  const before = await turns.read(id);
  if (before?.state !== 'open') return undefined;
  const actor = { id: before.owner, teacher: false, locale };
  const said = { type: 'submitted', id: event, actor, form: 'delete', values: {} } as const;
  const { session } = await turns.take(id, [said]);
  if (session?.state !== 'deleted') throw new Error('a book was not deleted');
  let bytes = 0;
  for (const key of session.doomed) if (await blobs.delete(key)) bytes += 1;
  await turns.take(id, [{ type: 'swept', keys: session.doomed }]);
  return { receipt: receiptText(session, locale), messages: isChat(session) ? session.posted.length : 0, bytes };
}
