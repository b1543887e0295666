// The book as an ordinary message: the person is told by name, the PDF and its cover are files, buttons lead on. Pure.
// No Components V2 here: those point to files by name, and Discord may change the name of a book.
import type { BookMessage } from '../conversation/replies.ts';
import { LIMITS } from './limits.ts';
import { buttonRows, pressable } from './parts.ts';
import { clip, escapeText } from './text.ts';
import type { MessageBody } from './wire.ts';

export interface BookFiles {
  readonly pdf: string;
  /** Absent: the book comes without an image of its cover. */
  readonly cover?: string;
}

export const COVER_NAME = 'cover.jpg';

/** Cut at whole lines where that is possible: an escape must not lose what it escapes. */
function within(lines: readonly string[], most: number): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > most) break;
    text = longer;
  }
  return text;
}

/** @param key names the message, to know it again by. */
export function bookBody(book: BookMessage, key: string, files: BookFiles): MessageBody {
  const { mention, text, notes, coverAlt, buttons, title } = book;
  const isPerson = /^\d+$/.test(mention);
  return {
    content: within(
      [
        `${isPerson ? `<@${mention}> ` : ''}${escapeText(clip(text, 800))}`,
        ...notes.map((note) => `-# ${escapeText(clip(note, 600))}`),
      ],
      LIMITS.content,
    ),
    components: buttonRows(
      buttons.map((button) => pressable(button)),
      key,
    ),
    attachments: [
      { id: 0, filename: files.pdf, description: clip(title, LIMITS.altText) },
      ...(files.cover === undefined
        ? []
        : [{ id: 1, filename: files.cover, description: clip(coverAlt, LIMITS.altText) }]),
    ],
    allowed_mentions: { parse: [], users: isPerson ? [mention] : [] },
    nonce: key,
    enforce_nonce: true,
  };
}
