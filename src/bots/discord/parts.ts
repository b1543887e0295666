// The parts that messages are built from: text, rows of buttons, selects, galleries. Pure.
import type { Button } from '../conversation/replies.ts';
import { type Control, type View, writeControl } from './ids.ts';
import { LIMITS } from './limits.ts';
import { clip } from './text.ts';
import { BUTTON_STYLE, COMPONENT, type Component } from './wire.ts';

/** @param content markdown, already escaped; not empty. */
export const display = (content: string, id?: number): Component => ({
  type: COMPONENT.text,
  content,
  ...(id !== undefined && { id }),
});
/** A text that may be empty is left out then. */
export const displays = (content: string): readonly Component[] => (content.trim() === '' ? [] : [display(content)]);
export const separator: Component = { type: COMPONENT.separator };
export const container = (components: readonly Component[], id?: number): Component => ({
  type: COMPONENT.container,
  components,
  ...(id !== undefined && { id }),
});

/** A field of a modal with what stands beside it. */
export const label = (text: string, component: Component, description?: string): Component => ({
  type: COMPONENT.label,
  label: clip(text, LIMITS.label),
  ...(description && { description: clip(description, LIMITS.labelDescription) }),
  component,
});

export interface Pressable {
  readonly control: Control;
  readonly label: string;
  readonly style: Button['style'];
}

/** @param view where the buttons stand, so that a press can draw the same view again. */
export const pressable = ({ action, label, style }: Button, view?: View): Pressable => ({
  control: { type: 'press', action, ...(view && { view }) },
  label,
  style,
});

const button = ({ control, label, style }: Pressable, tag?: string): Component => ({
  type: COMPONENT.button,
  style: BUTTON_STYLE[style],
  label: clip(label, LIMITS.buttonLabel),
  custom_id: writeControl(control, tag),
});

/** @param tag names the message, to know it again by. */
export function buttonRows(buttons: readonly Pressable[], tag?: string): readonly Component[] {
  const rows = Math.ceil(buttons.length / LIMITS.buttonsInRow);
  return Array.from({ length: rows }, (_, row) => ({
    type: COMPONENT.row,
    components: buttons
      .slice(row * LIMITS.buttonsInRow, (row + 1) * LIMITS.buttonsInRow)
      .map((given) => button(given, tag)),
  }));
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** In one line. */
const described = (text = ''): string => text.replace(/\s+/g, ' ').trim();

export const options = (given: readonly Option[]): readonly object[] =>
  given.slice(0, LIMITS.selectOptions).map(({ value, label, description }) => ({
    value,
    label: clip(label, LIMITS.optionLabel),
    ...(described(description) && { description: clip(described(description), LIMITS.optionLabel) }),
  }));

/** A select of one; none where there is nothing to choose. */
export function selectRow(
  control: Control,
  placeholder: string,
  given: readonly Option[],
  tag?: string,
): readonly Component[] {
  if (given.length === 0) return [];
  const select = {
    type: COMPONENT.select,
    custom_id: writeControl(control, tag),
    placeholder: clip(placeholder, LIMITS.placeholder),
    options: options(given),
  };
  return [{ type: COMPONENT.row, components: [select] }];
}

export interface Shown {
  readonly filename: string;
  readonly alt: string;
}

/** Pictures that go with the message; none where there are none. */
export const gallery = (pictures: readonly Shown[]): readonly Component[] =>
  pictures.length === 0
    ? []
    : [
        {
          type: COMPONENT.gallery,
          items: pictures.map(({ filename, alt }) => ({
            media: { url: `attachment://${filename}` },
            ...(alt.trim() && { description: clip(alt.trim(), LIMITS.altText) }),
          })),
        },
      ];

/** A text with a small picture beside it. */
export const pictured = (content: string, { filename, alt }: Shown): Component => ({
  type: COMPONENT.section,
  components: [display(content)],
  accessory: {
    type: COMPONENT.thumbnail,
    media: { url: `attachment://${filename}` },
    ...(alt.trim() && { description: clip(alt.trim(), LIMITS.altText) }),
  },
});

/** A file to be taken away. Its name has letters and digits alone: Discord changes others, and finds them no more. */
export const file = (filename: string): Component => ({
  type: COMPONENT.file,
  file: { url: `attachment://${filename}` },
});
