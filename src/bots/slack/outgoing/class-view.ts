// Settings, summary, list and shelf of a class as a message: what to do next on top, then a line or a few for each book.
// Thirty books with the longest names fit: their buttons move into menus beside them where there is no room below. Pure.
import type { Locale } from '../../../story.ts';
import type { BookLine, ClassButton, ClassView } from '../../classroom/replies.ts';
import { CLASS_WORDS } from '../class-wording.ts';
import { LIMITS } from '../limits.ts';
import {
  type Block,
  type Control,
  classControl,
  context,
  DIVIDER,
  element,
  fallback,
  header,
  overflow,
  row,
  section,
  select,
  thumbnail,
} from './blocks.ts';
import type { Drawn } from './card.ts';
import { cut, cutEscaped, cutMarked, escapeText, marked, plain } from './text.ts';

export interface ClassDrawing {
  readonly locale: Locale;
  /** Address of a thread for people of the workspace. */
  readonly linkTo: (thread: string) => string | undefined;
  /** Slack's file that shows a cover, by the key of its bytes. */
  readonly coverFor: (key: string) => string | undefined;
}

/** What all books together may say: Slack takes less than all of its limits added up. */
const ALL_BOOKS = 9000;
const MOST_BOOKS = 30;
const NAME = 80;

const isBare = ({ buttons, cover }: BookLine): boolean => buttons.length === 0 && cover === undefined;

/** @param most characters of this book. */
function wordsOf(book: BookLine, { linkTo }: ClassDrawing, most: number): string {
  const { label, thread, lines } = book;
  const link = linkTo(thread);
  const name = cutEscaped(label.replace(/[|\n]/g, ' '), NAME);
  const heading = link === undefined ? `*${name}*` : `*<${link}|${name}>*`;
  const said = lines.map((line) => escapeText(line.replace(/\s+/g, ' '))).join('\n');
  const between = isBare(book) && lines.length === 1 ? ' ' : '\n';
  return said === '' ? heading : `${heading}${between}${cutMarked(said, Math.max(NAME, most - heading.length - 1))}`;
}

/** Behind the words, in the one place that is there. */
function beside(controls: readonly Control[], label: string): object {
  const [only, ...others] = controls;
  if (!only) return {};
  if (others.length === 0) return { accessory: element(only, 0) };
  const isShort = controls.length <= LIMITS.overflowOptions;
  return { accessory: isShort ? overflow(controls, 0) : select(label, controls, 0) };
}

/** Books with nothing to press stand in one block, as many as fit. */
function joined(texts: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length + 1 <= LIMITS.sectionText)
      parts.splice(-1, 1, `${last}\n${text}`);
    else parts.push(text);
  }
  return parts;
}

function drawBook(book: BookLine, drawing: ClassDrawing, most: number, isWide: boolean): readonly Block[] {
  const text = marked(wordsOf(book, drawing, most));
  const controls = book.buttons.map(classControl(cut(book.label, NAME / 2)));
  if (!isWide) return [section(text, beside(controls, book.label))];
  const file = book.cover && drawing.coverFor(book.cover.key);
  const alt = book.coverAlt ?? book.label;
  return [section(text, file === undefined ? {} : thumbnail(file, alt)), ...row(controls)];
}

function drawBooks(given: readonly BookLine[], drawing: ClassDrawing, room: number): readonly Block[] {
  const books = given.slice(0, MOST_BOOKS);
  if (books.length === 0) return [];
  const most = Math.min(LIMITS.sectionText, Math.floor(ALL_BOOKS / books.length));
  if (books.every(isBare))
    return [DIVIDER, ...joined(books.map((book) => wordsOf(book, drawing, most))).map((text) => section(marked(text)))];
  const isWide = books.length * 2 < room;
  return [DIVIDER, ...books.flatMap((book) => drawBook(book, drawing, most, isWide))];
}

/** The class that a view is of: two classes of one teacher may stand in the same direct message. */
const channelIn = (buttons: readonly ClassButton[]): string | undefined =>
  buttons.flatMap((button) => (button.to === 'class' ? [button.channel] : []))[0];

function pickRow({ label, options }: NonNullable<ClassView['pick']>, channel: string | undefined): readonly Block[] {
  if (channel === undefined || options.length === 0) return [];
  const controls = options.map((option) => classControl()({ to: 'class', style: 'plain', channel, ...option }));
  return [{ type: 'actions', elements: [select(label, controls, 0)] }];
}

/** The settings have a form for who may see and begin what. */
const leadsToWho = ({ buttons }: ClassView): boolean =>
  buttons.some(({ to, action }) => to === 'class' && action.type === 'form' && action.form === 'who');

const lineOf = ({ label, lines }: BookLine): string => [label, ...lines].join(' · ');

/** @param room blocks that may be used. */
export function drawClassView(view: ClassView, drawing: ClassDrawing, room: number = LIMITS.blocks): Drawn {
  const { heading, about, books, pick, next, buttons } = view;
  const picks = pick ? pickRow(pick, channelIn(buttons)) : [];
  // Whatever is set there, on Slack a thread is seen by all who are in its channel.
  const caution = leadsToWho(view)
    ? [context([plain(CLASS_WORDS[drawing.locale].threadsHint, LIMITS.contextText)])]
    : [];
  const head: readonly Block[] = [
    header(heading),
    ...(about.length > 0 ? [section(plain(about.join('\n'), LIMITS.sectionText))] : []),
    ...caution,
    ...(next === '' ? [] : [section(marked(`*${cutEscaped(next.replace(/\n/g, ' '), LIMITS.sectionText - 2)}*`))]),
    ...row(buttons.map(classControl())),
    ...picks,
  ];
  const text = fallback([heading, ...about, ...books.map(lineOf), next].filter(Boolean).join('\n'));
  return { text, blocks: [...head, ...drawBooks(books, drawing, room - head.length)] };
}
