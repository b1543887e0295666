// The message with which a book is handed over. The files themselves are sent in `delivery.ts`. Pure.

import type { Locale } from '../../../story.ts';
import type { BookMessage } from '../../conversation/replies.ts';
import { LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { actions, type Block, context, image, section } from './blocks.ts';
import type { Drawn } from './card.ts';
import { cutEscaped, cutMarked, escapeText, marked, plain } from './text.ts';

export interface BookDrawing {
  readonly root: string;
  readonly locale: Locale;
  /** Slack's file of the cover; absent where it could not be sent. */
  readonly cover?: string;
  /** Address of the PDF for people of the workspace. */
  readonly link?: string;
  /** The PDF was taken, but has not been seen in the thread. */
  readonly late: boolean;
}

export function drawBook(book: BookMessage, { root, locale, cover, link, late }: BookDrawing): Drawn {
  const words = SLACK_WORDS[locale];
  // The person's id is of the service's own making; it is the only mention that is ever made.
  const ready = `${words.mentioned(book.mention)} ${cutEscaped(book.text, 1000)}`;
  const shownLink = link?.startsWith('https://') || link?.startsWith('http://') ? link : undefined;
  const file = shownLink && words.fileHere(`<${shownLink}|${cutEscaped(book.fileName.replace(/\|/g, ' '), 200)}>`);
  const missing = cover === undefined ? [words.noCover] : [];
  const notes = [...book.notes, ...missing, ...(late ? [words.fileLate] : [])];
  const blocks: readonly Block[] = [
    section(marked([ready, file].filter(Boolean).join('\n'))),
    ...(cover === undefined ? [] : [image(cover, book.coverAlt)]),
    ...(notes.length > 0 ? [context([plain(notes.map((text) => `• ${text}`).join('\n'), LIMITS.contextText)])] : []),
    ...actions({ root, inThread: false }, book.buttons),
  ];
  const text = cutMarked([ready, ...notes.map(escapeText)].join('\n'), LIMITS.fallback);
  return { text, blocks };
}
