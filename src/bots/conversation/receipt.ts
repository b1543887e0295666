// What a deletion says of itself: what was there and is gone, and what lies beyond our reach. Pure; counted from the facts
// at that moment, and of messages as the chat service lets them go.
import { isForPrinters } from '../../jobs.ts';
import type { Locale } from '../../story.ts';
import type { DeletedSession, OpenSession, Receipt, SceneFacts } from './session.ts';
import { WORDING } from './wording.ts';

const textsOf = ({ fields, caption, versions }: SceneFacts): number =>
  Object.values(fields).filter(Boolean).length + (caption ? 1 : 0) + versions.length;

/** Page images, and files for printers, go with the book that they are of. */
const isBook = (key: string): boolean => !key.endsWith('.jpg') && !isForPrinters(key);

export function receiptOf(session: OpenSession): Receipt {
  const scenes = [...session.scenes, ...session.removed];
  const held = scenes.flatMap(({ picture, incoming }) => [picture, incoming?.upload]).filter(Boolean);
  return {
    pictures: held.length,
    texts: scenes.reduce((sum, scene) => sum + textsOf(scene), (session.title ? 1 : 0) + session.authors.length),
    books: session.files.filter(isBook).length,
    withdrawn: 0,
    stuck: 0,
    services: session.used.services ?? [],
  };
}

/** How the messages that were to be withdrawn fared. */
export const withMessages = (session: DeletedSession, outcome: 'withdrawn' | 'stuck'): DeletedSession => ({
  ...session,
  posted: [],
  ...(session.receipt && {
    receipt: { ...session.receipt, [outcome]: session.receipt[outcome] + session.posted.length },
  }),
});

/** Where a chat service has no part in it, nobody but us keeps messages. */
export const isChat = ({ platform }: DeletedSession): boolean => platform !== 'web';

/** In sentences, a line each. */
export function receiptText(session: DeletedSession, locale: Locale): string {
  const words = WORDING[locale];
  const { receipt } = session;
  if (!receipt) return words.goneNext;
  const { pictures, texts, books, withdrawn, stuck, services } = receipt;
  const chat = isChat(session);
  const gone = pictures + texts + books > 0 ? [words.receiptGone(pictures, texts, books)] : [words.receiptNothing];
  const messages = chat
    ? [
        ...(session.posted.length > 0 ? [words.receiptWithdrawing(session.posted.length)] : []),
        ...(withdrawn > 0 ? [words.receiptWithdrawn(withdrawn)] : []),
        ...(stuck > 0 ? [words.receiptStuck(stuck)] : []),
      ]
    : [];
  return [
    ...gone,
    ...messages,
    words.receiptBeyond(chat),
    ...(services.length > 0 ? [words.receiptServices(services.join(', '))] : []),
    words.receiptLog,
    words.startAnew,
  ].join('\n');
}
