// What a class shows – its settings, its summary, the list of its books, its shelf – as a message of Components V2: in
// full where there is room, and else closer together, so that every book is there and everything can be pressed. Pure.
import type { BookLine, ClassButton, ClassView } from '../classroom/replies.ts';
import { fileNameOf, type WantedFile } from './files.ts';
import { type Control, markOf, writeControl } from './ids.ts';
import { LIMITS } from './limits.ts';
import {
  buttonRows,
  container,
  display,
  displays,
  gallery,
  type Option,
  type Pressable,
  pictured,
  selectRow,
  separator,
} from './parts.ts';
import type { PrivateMessage } from './private-message.ts';
import { clip, cost, fitText, fitTexts } from './text.ts';
import type { Component } from './wire.ts';

export interface ClassMessageOptions {
  /** The class that it is about. */
  readonly channel: string;
  /** What can be chosen from each menu but the first, which the view names itself. */
  readonly menu: string;
  /** Names the message, to know it again by. */
  readonly tag?: string;
  /** What can be pressed beside what the view offers. */
  readonly more?: readonly Pressable[];
  /** What all its text may cost. Default: what a whole message may. */
  readonly most?: number;
}

/** The longest that a heading or the next step may cost; what is said of the whole class may be longer. */
const FRAME_PART = 900;
const ABOUT_SHARE = 0.35;
const LABEL = 60;
const LABELS_SHARE = 0.7;
/** What a text costs beside its own, where it stands by itself. */
const DISPLAY = 12;

export const controlOf = (button: ClassButton): Control =>
  button.to === 'book'
    ? { type: 'press', action: button.action, thread: button.thread }
    : { type: 'class', channel: button.channel, action: button.action };

export const classPressable = (button: ClassButton): Pressable => ({
  control: controlOf(button),
  label: button.label,
  style: button.style,
});

/** The same thing twice is one thing: Discord takes each id once. */
function onlyOnce<T>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  const ids = items.map(idOf);
  return items.filter((item, index) => ids.indexOf(idOf(item)) === index);
}

const distinct = (given: readonly Pressable[]): readonly Pressable[] =>
  onlyOnce(given, ({ control }) => writeControl(control));

/** Covers that can be shown: at most as many as a message holds files. */
const coverFiles = (books: readonly BookLine[]): readonly WantedFile[] =>
  onlyOnce(
    books.flatMap(({ cover, coverAlt = '' }) =>
      cover ? [{ blob: cover, filename: fileNameOf(cover), alt: coverAlt }] : [],
    ),
    ({ filename }) => filename,
  ).slice(0, LIMITS.pictures);

/** A link to the thread where there is no cover: whoever looks at a shelf may not see the threads of others. */
const linkOf = ({ thread, cover }: BookLine): string => (!cover && /^\d+$/.test(thread) ? ` <#${thread}>` : '');

/** One text for each book, together within what there is; what each is called comes before what is said of it. */
function lineTexts(books: readonly BookLine[], most: number): readonly string[] {
  const around = books.reduce((sum, book) => sum + cost(`****${linkOf(book)}\n\n`) + DISPLAY, 0);
  const labels = fitTexts(
    books.map(({ label }) => clip(label, LABEL)),
    Math.max(0, (most - around) * LABELS_SHARE),
  );
  const heads = books.map((book, index) => `**${labels[index]}**${linkOf(book)}`);
  const bodies = fitTexts(
    books.map(({ lines }) => lines.join('\n')),
    Math.max(0, most - around - labels.reduce((sum, label) => sum + cost(label), 0)),
  );
  return heads.map((head, index) => [head, bodies[index]].filter(Boolean).join('\n'));
}

function menus(options: readonly Option[], { menu, tag }: ClassMessageOptions, from: number): readonly Component[] {
  const count = Math.ceil(options.length / LIMITS.selectOptions);
  return Array.from({ length: count }, (_, index) => {
    const some = options.slice(index * LIMITS.selectOptions, (index + 1) * LIMITS.selectOptions);
    return selectRow({ type: 'menu', number: from + index }, menu, some, tag);
  }).flat();
}

const lineOptions = (books: readonly BookLine[]): readonly Option[] =>
  onlyOnce(
    books.flatMap(({ label, lines: [line = ''], buttons }) =>
      buttons.map((button) => ({
        value: writeControl(controlOf(button)),
        label: `${clip(label, LABEL)}: ${button.label}`,
        ...(line && { description: line }),
      })),
    ),
    ({ value }) => value,
  );

interface Layout {
  /** Each cover beside its book, or all of them together. */
  readonly covers: 'beside' | 'together';
  /** What can be done with a book below it, or in a menu. */
  readonly presses: 'below' | 'menu';
}

/** The first that fits is taken. */
const LAYOUTS: readonly Layout[] = [
  { covers: 'beside', presses: 'below' },
  { covers: 'beside', presses: 'menu' },
  { covers: 'together', presses: 'below' },
  { covers: 'together', presses: 'menu' },
];

interface Body {
  readonly books: readonly BookLine[];
  readonly texts: readonly string[];
  readonly files: readonly WantedFile[];
  readonly options: ClassMessageOptions;
}

function lay({ books, texts, files, options }: Body, { covers, presses }: Layout): readonly Component[] {
  const isApart = presses === 'below' && books.some(({ buttons }) => buttons.length > 0);
  const isBeside = covers === 'beside' && files.length > 0;
  const blocks =
    isApart || isBeside
      ? books.flatMap(({ cover, buttons }, index) => {
          const file = files.find(({ filename }) => cover && filename === fileNameOf(cover));
          const text = texts[index] ?? '';
          return [
            ...(isBeside && file ? [pictured(text, file)] : [display(text)]),
            ...(isApart ? buttonRows(distinct(buttons.map(classPressable)), options.tag) : []),
          ];
        })
      : displays(texts.join('\n'));
  return [...(isBeside ? [] : gallery(files)), ...blocks, ...(isApart ? [] : menus(lineOptions(books), options, 1))];
}

export const countOf = (components: readonly Component[]): number =>
  components.reduce((sum, { components: inner, accessory }) => {
    const nested = Array.isArray(inner) ? countOf(inner) : 0;
    return sum + 1 + nested + (accessory === undefined ? 0 : 1);
  }, 0);

const idsIn = (components: readonly Component[]): readonly unknown[] =>
  components.flatMap(({ custom_id: id, components: inner }) => [
    ...(id === undefined ? [] : [id]),
    ...(Array.isArray(inner) ? idsIn(inner) : []),
  ]);

const isFit = (components: readonly Component[]): boolean => {
  const ids = idsIn(components);
  return countOf(components) <= LIMITS.components && new Set(ids).size === ids.length;
};

function pickMenu({ pick }: ClassView, { channel, tag }: ClassMessageOptions): readonly Component[] {
  if (!pick) return [];
  const options = pick.options.map(({ label, action }) => ({
    value: writeControl({ type: 'class', channel, action }),
    label,
  }));
  const once = onlyOnce(options, ({ value }) => value);
  return selectRow({ type: 'menu', number: 0 }, pick.label, once, tag);
}

export function classMessage(view: ClassView, options: ClassMessageOptions): PrivateMessage {
  const { tag, more = [], most = LIMITS.text } = options;
  const { heading, about, books, next, buttons } = view;
  const title = `## ${fitText(heading, FRAME_PART)}`;
  const top = [title, ...fitTexts(about, most * ABOUT_SHARE)].join('\n');
  const bottom = next ? `**➡ ${fitText(next, FRAME_PART)}**` : '';
  const files = coverFiles(books);
  const texts = lineTexts(books, most - cost(top) - cost(bottom));
  const draw = (layout: Layout): readonly Component[] => [
    container(
      [
        ...displays(top),
        ...lay({ books, texts, files, options }, layout),
        ...(bottom ? [separator] : []),
        ...displays(bottom),
        ...pickMenu(view, options),
        ...buttonRows(distinct([...buttons.map(classPressable), ...more]), tag),
      ],
      tag === undefined ? undefined : markOf(tag),
    ),
  ];
  const drawn = LAYOUTS.map(draw);
  return { components: drawn.find(isFit) ?? drawn.at(-1) ?? [], files };
}
