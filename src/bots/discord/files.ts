// Which of a message's pictures are there already and which have to be sent: an unchanged one is never sent twice.
// A file's name says what is in it, so that this holds after a restart, too.
import type { BlobRef } from '../../story.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { LIMITS } from './limits.ts';
import type { WireAttachment } from './wire.ts';

/** A picture that a message is to show. */
export interface WantedFile {
  readonly blob: BlobRef;
  readonly filename: string;
  readonly alt: string;
  /** What people are to see as its name, without its ending; where Discord shows such. */
  readonly title?: string;
  /** Without it the message is of no use. */
  readonly needed?: true;
}

/** Letters and digits alone: Discord changes other names, and components point to files by name. */
export const fileNameOf = ({ key }: BlobRef): string => `p${contentHash(key).slice(0, 16)}.jpg`;

export const pdfNameOf = ({ key }: BlobRef): string => `book-${contentHash(key).slice(0, 8)}.pdf`;

export interface FilePlan {
  /** Attachments that stay, and those that come with the request, by their place in `send`. */
  readonly attachments: readonly {
    readonly id: string | number;
    readonly filename?: string;
    readonly description?: string;
    readonly title?: string;
  }[];
  readonly send: readonly WantedFile[];
}

/** @param there what the message holds now; none for a new one. */
export function planFiles(
  wanted: readonly WantedFile[],
  there: readonly Pick<WireAttachment, 'id' | 'filename'>[],
): FilePlan {
  const kept = wanted.flatMap(({ filename }) => there.find((attachment) => attachment.filename === filename) ?? []);
  const send = wanted.filter(({ filename }) => !kept.some((attachment) => attachment.filename === filename));
  return {
    attachments: [
      ...kept.map(({ id }) => ({ id })),
      ...send.map(({ filename, alt, title }, id) => ({
        id,
        filename,
        ...(title && { title: title.slice(0, LIMITS.altText) }),
        description: alt.slice(0, LIMITS.altText),
      })),
    ],
    send,
  };
}
