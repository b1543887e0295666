// What a class shows with files: a book to be looked at by its teachers, an approved one for everybody, an anthology, and a
// booklet in the thread of its book. The files themselves are sent in `parcels.ts`. Pure.
import type { Locale } from '../../../story.ts';
import type { AnthologyMessage, ClassOutbound, ReviewMessage } from '../../classroom/replies.ts';
import { CLASS_WORDS } from '../class-wording.ts';
import { LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { type Block, classControl, context, image, row, section, thumbnail } from './blocks.ts';
import type { Drawn } from './card.ts';
import { cutEscaped, cutMarked, escapeText, marked, plain } from './text.ts';

type Announced = Extract<ClassOutbound, { readonly type: 'announce' }>;

/** What has been brought to Slack so far of what the message shows. */
export interface Brought {
  /** Slack's file of the cover; absent where it could not be sent, or there is none. */
  readonly cover?: string | undefined;
  /** The files in the message's thread: `undefined` while they are on their way. */
  readonly files?: readonly BroughtFile[];
}

export interface BroughtFile {
  readonly name: string;
  /** Address for people of the workspace; absent where Slack has not shown the file yet. */
  readonly link?: string | undefined;
}

const TEXT = 1000;
const FILE_LINES = 8;

const isAddress = (link: string | undefined): link is string => /^https?:\/\//.test(link ?? '');

/** Where to find the files, line by line. */
function fileLines({ files }: Brought, locale: Locale): readonly string[] {
  const words = CLASS_WORDS[locale];
  if (!files) return [words.filesComing];
  const shown = files.slice(0, FILE_LINES).map(({ name, link }) => {
    const called = cutEscaped(name.replace(/\|/g, ' '), 80);
    return words.file(isAddress(link) && link.length < 200 ? `<${link}|${called}>` : called);
  });
  const more = files.length - shown.length;
  const isLate = files.some(({ link }) => !isAddress(link));
  return [...shown, ...(more > 0 ? [words.moreFiles(more)] : []), ...(isLate ? [words.filesLate] : [])];
}

const notesBlock = (notes: readonly string[]): readonly Block[] =>
  notes.length > 0 ? [context([plain(notes.map((text) => `• ${text}`).join('\n'), LIMITS.contextText)])] : [];

const fallbackOf = (said: string, notes: readonly string[]): string =>
  cutMarked([said, ...notes.map(escapeText)].join('\n'), LIMITS.fallback);

const saying = (lines: readonly string[]): string => cutMarked(lines.join('\n'), LIMITS.sectionText);

/** Small beside the words: a teacher has thirty of them. All pages are in the thread. */
export function drawReview(review: ReviewMessage, brought: Brought, locale: Locale): Drawn {
  const said = cutEscaped(review.text, TEXT);
  const alt = review.pages[0].text || review.title;
  const lines = [
    said,
    ...(brought.files ? [CLASS_WORDS[locale].pagesInThread(review.pages.length)] : []),
    ...fileLines(brought, locale),
  ];
  const picture = brought.cover === undefined ? {} : thumbnail(brought.cover, alt);
  return {
    text: fallbackOf(said, review.notes),
    blocks: [
      section(marked(saying(lines)), picture),
      ...notesBlock(review.notes),
      ...row(review.buttons.map(classControl(review.title))),
    ],
  };
}

export function drawAnnounced({ book }: Pick<Announced, 'book'>, brought: Brought, locale: Locale): Drawn {
  const said = cutEscaped(book.text, TEXT);
  const notes = [...book.notes, ...(brought.cover === undefined ? [SLACK_WORDS[locale].noCover] : [])];
  return {
    text: fallbackOf(said, notes),
    blocks: [
      section(marked(saying([said, ...fileLines(brought, locale)]))),
      ...(brought.cover === undefined ? [] : [image(brought.cover, book.coverAlt)]),
      ...notesBlock(notes),
    ],
  };
}

export function drawAnthology(anthology: AnthologyMessage, brought: Brought, locale: Locale): Drawn {
  // The person's id is of the service's own making; it is the only mention that is ever made.
  const { mention } = anthology;
  const named = mention === undefined ? '' : `${SLACK_WORDS[locale].mentioned(mention)} `;
  const said = `${named}${cutEscaped(anthology.text, TEXT)}`;
  const lacks = anthology.cover !== undefined && brought.cover === undefined;
  const notes = [...anthology.notes, ...(lacks ? [SLACK_WORDS[locale].noCover] : [])];
  const alt = anthology.coverAlt ?? anthology.cover?.text ?? '';
  return {
    text: fallbackOf(said, notes),
    blocks: [
      section(marked(saying([said, ...fileLines(brought, locale)]))),
      ...(brought.cover === undefined ? [] : [image(brought.cover, alt === '' ? anthology.text : alt)]),
      ...notesBlock(notes),
      ...row(anthology.buttons.map(classControl())),
    ],
  };
}

/** A file that stands in the same thread already. */
export function drawFile(text: string, file: BroughtFile, locale: Locale): Drawn {
  const said = cutEscaped(text, TEXT);
  return { text: said, blocks: [section(marked(saying([said, ...fileLines({ files: [file] }, locale)])))] };
}
