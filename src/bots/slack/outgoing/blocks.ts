// The blocks that messages and forms are built from. Pure.
import type { ClassButton } from '../../classroom/replies.ts';
import type { Button } from '../../conversation/replies.ts';
import { type BookAddress, PRESS_PREFIX, writeClassPress, writePress } from '../incoming/presses.ts';
import { LIMITS } from '../limits.ts';
import { readChannel, readThread } from '../thread.ts';
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
  // Slack takes no empty one.
  alt_text: cut(alt.trim() === '' ? '–' : alt, LIMITS.altText),
});

export const image = (file: string, alt: string): Block => imageElement(file, alt);
export const thumbnail = (file: string, alt: string): object => ({ accessory: imageElement(file, alt) });

const STYLES = { primary: { style: 'primary' }, danger: { style: 'danger' }, plain: {} } as const;

/** What buttons are for: a book, by its thread. */
export interface Root extends BookAddress {
  /** What the buttons are about, for those who do not see what they stand beside. */
  readonly about?: string;
  /** Whether the message with the buttons is seen in the thread and carries nothing that says so. */
  readonly inThread: boolean;
}

/** Something to press, with what pressing it brings. */
export interface Control extends Pick<Button, 'label' | 'style'> {
  readonly value: string;
  readonly about?: string | undefined;
}

const controlFor =
  (root: Root) =>
  ({ action, label, style }: Button): Control => ({
    label,
    style,
    value: writePress(root, action, root.inThread),
    about: root.about,
  });

/** The button of a class, wherever it stands: it says itself what it acts on. */
export const classControl =
  (about?: string) =>
  (button: ClassButton): Control => {
    const { label, style } = button;
    if (button.to === 'class') {
      const { channel } = readChannel(button.channel);
      return { label, style, about, value: writeClassPress(channel, button.action) };
    }
    const { channel, ts: root } = readThread(button.thread);
    return { label, style, about, value: writePress({ channel, root }, button.action, false) };
  };

/** @param index unique within the message, as Slack wants names to be unique within a block. */
export const element = ({ label, style, value, about }: Control, index: number): object => ({
  type: 'button',
  action_id: `${PRESS_PREFIX}${index}`,
  text: plain(label, LIMITS.buttonText),
  value,
  ...(about !== undefined && { accessibility_label: cut(`${about}: ${label}`, LIMITS.buttonText) }),
  ...STYLES[style],
});

const optionOf = ({ label, value }: Control): object => ({ text: plain(label, LIMITS.option), value });

export const overflow = (controls: readonly Control[], index: number): object => ({
  type: 'overflow',
  action_id: `${PRESS_PREFIX}${index}`,
  options: controls.slice(0, LIMITS.overflowOptions).map(optionOf),
});

/** A menu that is opened to choose from; one choice is one press. */
export const select = (label: string, controls: readonly Control[], index: number): object => ({
  type: 'static_select',
  action_id: `${PRESS_PREFIX}${index}`,
  placeholder: plain(label, LIMITS.placeholder),
  options: controls.slice(0, LIMITS.selectOptions).map(optionOf),
});

/** Side by side; nothing where there are none. */
export const row = (controls: readonly Control[]): readonly Block[] =>
  controls.length === 0 ? [] : [{ type: 'actions', elements: controls.slice(0, LIMITS.actionElements).map(element) }];

export const actions = (root: Root, buttons: readonly Button[]): readonly Block[] => row(buttons.map(controlFor(root)));

/** The first few as buttons, all others in a menu behind them. */
export function actionsWithMenu(root: Root, buttons: readonly Button[]): readonly Block[] {
  const controls = buttons.map(controlFor(root));
  const inMenu = Math.min(LIMITS.overflowOptions, Math.max(0, controls.length - 1));
  const shown = controls.slice(0, controls.length - inMenu);
  const rest = controls.slice(controls.length - inMenu);
  if (shown.length === 0) return [];
  const elements = shown.map(element);
  return [{ type: 'actions', elements: rest.length > 0 ? [...elements, overflow(rest, elements.length)] : elements }];
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
