// Reading what the bot sent as a person would: its texts in their order, its buttons by what is written on them.
import type { Channel, Component, Message } from './model.ts';
import { TYPE } from './validate-parts.ts';

export interface SeenButton {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly style: number;
  readonly disabled: boolean;
}

export interface SeenSelect {
  readonly customId: string;
  readonly placeholder: string | undefined;
  readonly options: readonly { readonly label: string; readonly value: string; readonly chosen: boolean }[];
  readonly disabled: boolean;
  readonly component: Component;
}

export interface SeenPicture {
  readonly alt: string | undefined;
  readonly attachmentId: string | undefined;
  readonly url: string;
}

const everyOne = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [
    component,
    ...everyOne(component.components ?? []),
    ...everyOne(component.accessory ? [component.accessory] : []),
    ...everyOne(component.component ? [component.component] : []),
  ]);

export const componentsOf = (message: Message): readonly Component[] => everyOne(message.components);

/** Content, then text displays, then embeds. */
export function texts(message: Message): readonly string[] {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    embed.footer?.text,
  ]);
  const displays = componentsOf(message).map(({ type, content }) => (type === TYPE.text ? content : undefined));
  return [message.content, ...displays, ...embeds].filter((text): text is string => text !== undefined && text !== '');
}

export const textOf = (message: Message): string => texts(message).join('\n');

export const buttons = (message: Message): readonly SeenButton[] =>
  componentsOf(message)
    .filter(({ type }) => type === TYPE.button)
    .map(({ label, emoji, custom_id, url, style, disabled }) => ({
      label: [emoji?.name, label].filter(Boolean).join(' '),
      customId: custom_id,
      url,
      style: style ?? 0,
      disabled: disabled === true,
    }));

const SELECTS: readonly number[] = [
  TYPE.stringSelect,
  TYPE.userSelect,
  TYPE.roleSelect,
  TYPE.mentionableSelect,
  TYPE.channelSelect,
];

export const selects = (message: Message): readonly SeenSelect[] =>
  componentsOf(message)
    .filter(({ type }) => SELECTS.includes(type))
    .map((component) => ({
      customId: component.custom_id ?? '',
      placeholder: component.placeholder,
      options: (component.options ?? []).map((option) => ({ ...option, chosen: option.default === true })),
      disabled: component.disabled === true,
      component,
    }));

/** Pictures of galleries, thumbnails and embeds, in their order. */
export function pictures(message: Message): readonly SeenPicture[] {
  const items = componentsOf(message).flatMap((component) => [
    ...(component.items ?? []),
    ...(component.media ? [{ media: component.media, description: component.description }] : []),
  ]);
  const shown = [
    ...items,
    ...message.embeds.flatMap(({ image }) => (image ? [{ media: image, description: undefined }] : [])),
  ];
  return shown.map(({ media, description }) => ({
    alt: description ?? undefined,
    attachmentId: media.attachment_id,
    url: media.url,
  }));
}

/** Files that a person sees: with Components V2 those alone that a component shows. */
export function shownFiles(message: Message): readonly string[] {
  if (!(message.flags & 32_768)) return message.attachments.map(({ id }) => id);
  const files = componentsOf(message).flatMap(({ file }) => (file?.attachment_id ? [file.attachment_id] : []));
  return [...files, ...pictures(message).flatMap(({ attachmentId }) => (attachmentId ? [attachmentId] : []))];
}

/** The whole message in a few lines, for explanations and for looking at. */
export function describeMessage(message: Message): string {
  const presses = buttons(message).map(({ label, disabled }) => `[${label}${disabled ? ' (disabled)' : ''}]`);
  const choices = selects(message).map(
    ({ placeholder, options }) => `<${placeholder ?? ''}: ${options.map(({ label }) => label).join(' | ')}>`,
  );
  const files = message.attachments.map(({ title, filename }) => `(${title ?? filename})`);
  return [...texts(message), ...files, ...choices, presses.join(' ')].filter((line) => line !== '').join('\n');
}

export const describeThread = ({ name, thread }: Channel): string =>
  `#${name}${thread?.archived ? ' (archived)' : ''}${thread?.locked ? ' (locked)' : ''}`;
