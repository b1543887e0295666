// The blocks that messages and forms are built from. Pure.
import type { Button } from '../../conversation/replies.ts';
import { PRESS_PREFIX, writePress } from '../incoming/presses.ts';
import { LIMITS } from '../limits.ts';
import { cut, cutEscaped, marked, plain, type TextObject } from './text.ts';

export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

/** The file of Slack's that shows a picture; `undefined` where it has none that can be drawn. */
export type FileFor = (scene: string) => string | undefined;

export const header = (text: string): Block => ({ type: 'header', text: plain(text, LIMITS.headerText) });
export const section = (text: TextObject, more: object = {}): Block => ({ type: 'section', text, ...more });
export const context = (texts: readonly TextObject[]): Block => ({ type: 'context', elements: texts.slice(0, 10) });
export const DIVIDER: Block = { type: 'divider' };

const imageElement = (file: string, alt: string) => ({
  type: 'image',
  slack_file: { id: file },
  alt_text: cut(alt, LIMITS.altText),
});

export const image = (file: string, alt: string): Block => imageElement(file, alt);
export const thumbnail = (file: string, alt: string): object => ({ accessory: imageElement(file, alt) });

const STYLES = { primary: { style: 'primary' }, danger: { style: 'danger' }, plain: {} } as const;

/** The thread that buttons are for, by its root. */
export interface Root {
  readonly root: string;
  /** What the buttons are about, for those who do not see what they stand beside. */
  readonly about?: string;
  /** Whether the message with the buttons is seen in the thread and carries nothing that says so. */
  readonly inThread: boolean;
}

/** @param index unique within the message, as Slack wants names to be unique within a block. */
export const button = (root: Root, { action, label, style }: Button, index: number): object => ({
  type: 'button',
  action_id: `${PRESS_PREFIX}${index}`,
  text: plain(label, LIMITS.buttonText),
  value: writePress(root.root, action, root.inThread),
  ...(root.about !== undefined && { accessibility_label: cut(`${root.about}: ${label}`, LIMITS.buttonText) }),
  ...STYLES[style],
});

export const menu = (root: Root, buttons: readonly Button[], index: number): object => ({
  type: 'overflow',
  action_id: `${PRESS_PREFIX}${index}`,
  options: buttons.slice(0, LIMITS.overflowOptions).map(({ action, label }) => ({
    text: plain(label, LIMITS.option),
    value: writePress(root.root, action, root.inThread),
  })),
});

/** Buttons side by side; nothing where there are none. */
export const actions = (root: Root, buttons: readonly Button[]): readonly Block[] =>
  buttons.length === 0
    ? []
    : [
        {
          type: 'actions',
          elements: buttons.slice(0, LIMITS.actionElements).map((given, index) => button(root, given, index)),
        },
      ];

/** The first few as buttons, all others in a menu behind them. */
export function actionsWithMenu(root: Root, buttons: readonly Button[]): readonly Block[] {
  const inMenu = Math.min(LIMITS.overflowOptions, Math.max(0, buttons.length - 1));
  const shown = buttons.slice(0, buttons.length - inMenu);
  const rest = buttons.slice(buttons.length - inMenu);
  if (shown.length === 0) return [];
  const elements = shown.map((given, index) => button(root, given, index));
  return [{ type: 'actions', elements: rest.length > 0 ? [...elements, menu(root, rest, elements.length)] : elements }];
}

/** A message of plain words alone. */
export const note = (text: string): Block => section(plain(text, LIMITS.sectionText));

/** Words of ours with names of people or links in them, already escaped. */
export const markedNote = (text: string): Block => section(marked(text));

/** The `text` that every message has: notifications and screen readers read it. */
export const fallback = (text: string): string => cutEscaped(text, LIMITS.fallback);

/** The same blocks without pictures, for when Slack does not take them. */
export function withoutImages(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .filter(({ type }) => type !== 'image')
    .map((block) => (block['accessory'] === undefined ? block : omitAccessory(block)));
}

function omitAccessory(block: Block): Block {
  const { accessory: _, ...rest } = block;
  return rest as Block;
}

/** Ids of the files that are drawn. */
export function filesDrawn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    const drawn = (block['accessory'] ?? block) as { readonly slack_file?: { readonly id?: string } };
    return drawn.slack_file?.id ? [drawn.slack_file.id] : [];
  });
}
