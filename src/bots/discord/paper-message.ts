// Finished books as messages of Components V2: before teachers, for the class, bound together, folded. Files have plain
// names and carry their real ones as titles. Pure; the bytes are fetched elsewhere.
import type { BlobRef, Locale, PageImage } from '../../story.ts';
import type { AnthologyMessage, ClassOutbound, ReviewMessage } from '../classroom/replies.ts';
import { classPressable } from './class-message.ts';
import { fileNameOf, pdfNameOf, type WantedFile } from './files.ts';
import { markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { buttonRows, container, displays, file, gallery, type Pressable } from './parts.ts';
import { cost, fitText, fitTexts } from './text.ts';
import type { Component } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface Paper {
  readonly components: readonly Component[];
  readonly files: readonly WantedFile[];
  /** Who is told by name. */
  readonly mention?: string;
}

export interface PaperOptions {
  /** Names the message, to know it again by. */
  readonly tag: string;
  readonly locale: Locale;
  /** Keys of bytes that are not there any more. */
  readonly gone: readonly string[];
}

/** Whether it is an id of Discord's own. */
export const isPerson = (id: string): boolean => /^\d+$/.test(id);

const pdfFile = (pdf: BlobRef, fileName: string): WantedFile => {
  const title = fileName.replace(/\.pdf$/i, '');
  return { blob: pdf, filename: pdfNameOf(pdf), alt: title, title, needed: true };
};

const imageFile = (image: PageImage, alt: string): WantedFile => ({ blob: image, filename: fileNameOf(image), alt });

interface Words {
  readonly text: string;
  readonly small?: readonly string[];
  /** Markdown, already escaped: whom it calls, and where it leads. */
  readonly call?: string;
  readonly link?: string;
}

/** Small print and line breaks cost something, too. */
const LINE = 16;

/** A text, and small print below it. */
function words({ text, small = [], call = '', link = '' }: Words): readonly Component[] {
  const most = LIMITS.text - cost(call) - cost(link) - (small.length + 3) * LINE;
  const [body = '', ...notes] = fitTexts([text, ...small], most);
  const first = [call, body].filter(Boolean).join(' ');
  return displays([first, link, ...notes.filter(Boolean).map((note) => `-# ${note}`)].filter(Boolean).join('\n'));
}

const paper = (components: readonly Component[], tag: string): readonly Component[] => [
  container(components, markOf(tag)),
];

/** As many pages as fit beside the PDF, in their order, each once. */
function pagesThatFit({ pages, pdf }: ReviewMessage, gone: readonly string[]): readonly WantedFile[] {
  let left = LIMITS.files - pdf.size;
  const fitting: WantedFile[] = [];
  for (const page of pages) {
    if (gone.includes(page.key)) continue;
    const wanted = imageFile(page, page.text);
    left -= page.size;
    if (left < 0 || fitting.length === LIMITS.pictures - 1) break;
    if (!fitting.some(({ filename }) => filename === wanted.filename)) fitting.push(wanted);
  }
  return fitting;
}

export function reviewPaper(review: ReviewMessage, { tag, locale, gone }: PaperOptions): Paper {
  const own = DISCORD_WORDS[locale];
  const { text, notes, thread, pages, buttons } = review;
  const shown = pagesThatFit(review, gone);
  const rest = pages.length - shown.length;
  const pdf = pdfFile(review.pdf, review.fileName);
  const small = [...notes, ...(rest > 0 ? [own.restInPdf(rest)] : [])];
  const enter: Pressable = { control: { type: 'enter', thread }, label: own.toBook, style: 'plain' };
  const presses = [...buttons.map(classPressable), enter];
  return {
    components: paper(
      [
        ...words({ text, small, link: isPerson(thread) ? `<#${thread}>` : '' }),
        ...gallery(shown),
        file(pdf.filename),
        ...buttonRows(presses, tag),
      ],
      tag,
    ),
    files: [...shown, pdf],
  };
}

type Announcement = Extract<ClassOutbound, { readonly type: 'announce' }>;

export function announcementPaper({ book }: Announcement, { tag, locale, gone }: PaperOptions): Paper {
  const isCoverGone = gone.includes(book.cover.key);
  const cover = isCoverGone ? [] : [imageFile(book.cover, book.coverAlt)];
  const pdf = pdfFile(book.pdf, book.fileName);
  const small = [...book.notes, ...(isCoverGone ? [DISCORD_WORDS[locale].coverMissing] : [])];
  return {
    components: paper([...words({ text: book.text, small }), ...gallery(cover), file(pdf.filename)], tag),
    files: [...cover, pdf],
  };
}

/** Volumes that go together in one message: by their number, and by what a request may hold. */
export function inMessages(anthology: AnthologyMessage): readonly AnthologyMessage['files'][] {
  const groups: { files: AnthologyMessage['files'][number][]; left: number }[] = [];
  for (const volume of anthology.files) {
    const last = groups.at(-1);
    const first = groups.length <= 1;
    // The cover is a file of the first message, too.
    const most = LIMITS.pictures - (first && anthology.cover ? 1 : 0);
    if (last && last.files.length < most && last.left >= volume.pdf.size) {
      last.files.push(volume);
      last.left -= volume.pdf.size;
    } else {
      const cover = groups.length === 0 ? (anthology.cover?.size ?? 0) : 0;
      groups.push({ files: [volume], left: LIMITS.files - cover - volume.pdf.size });
    }
  }
  return groups.map(({ files }) => files);
}

/** @param part which of its messages, from 0: the first says it all, the others bring what it could not hold. */
export function anthologyPaper(anthology: AnthologyMessage, part: number, options: PaperOptions): Paper {
  const { tag, locale, gone } = options;
  const own = DISCORD_WORDS[locale];
  const messages = inMessages(anthology);
  const pdfs = (messages[part] ?? []).map(({ pdf, fileName }) => pdfFile(pdf, fileName));
  const counted = messages.length > 1 ? [own.partOf(part + 1, messages.length)] : [];
  if (part > 0) {
    const components = [...words({ text: counted.join('') }), ...pdfs.map(({ filename }) => file(filename))];
    return { components: paper(components, tag), files: pdfs };
  }
  const { mention, cover, coverAlt = '', text, notes, buttons } = anthology;
  const covers = cover && !gone.includes(cover.key) ? [imageFile(cover, coverAlt)] : [];
  const calls = mention !== undefined && isPerson(mention);
  const lost = cover && covers.length === 0 ? [own.coverMissing] : [];
  return {
    components: paper(
      [
        ...words({ text, small: [...notes, ...lost, ...counted], call: calls ? `<@${mention}>` : '' }),
        ...gallery(covers),
        ...pdfs.map(({ filename }) => file(filename)),
        ...buttonRows(buttons.map(classPressable), tag),
      ],
      tag,
    ),
    files: [...covers, ...pdfs],
    ...(calls && { mention }),
  };
}

export interface LoosePaper {
  readonly text: string;
  readonly fileName: string;
  readonly pdf: BlobRef;
}

/** A file besides the book. */
export function loosePaper({ text, fileName, pdf }: LoosePaper, tag: string): Paper {
  const wanted = pdfFile(pdf, fileName);
  return {
    components: paper([...displays(fitText(text, LIMITS.text)), file(wanted.filename)], tag),
    files: [wanted],
  };
}
