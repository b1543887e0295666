// A modal as a person sees it, and what they may put into it: the client lets nothing through that breaks its rules.
import { keepFile, type Upload } from './files.ts';
import type { Component } from './model.ts';
import { ClientRefuses } from './reaction.ts';
import { TYPE } from './validate-parts.ts';
import { viewAttachment } from './view.ts';
import type { World } from './world.ts';

export type FieldValue = string | boolean | readonly string[] | readonly Upload[];

export interface SeenField {
  readonly label: string;
  readonly description: string | undefined;
  readonly customId: string;
  readonly kind: 'text' | 'paragraph' | 'choice' | 'choices' | 'yes-no' | 'files' | 'people' | 'others';
  readonly required: boolean;
  /** What is in it when it opens. */
  readonly value: FieldValue;
  readonly options: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly maxLength: number | undefined;
  readonly placeholder: string | undefined;
}

export interface SeenModal {
  readonly title: string;
  readonly customId: string;
  readonly texts: readonly string[];
  readonly fields: readonly SeenField[];
  /** The components as they were sent. */
  readonly components: readonly Component[];
}

const KIND: Readonly<Record<number, SeenField['kind']>> = {
  [TYPE.stringSelect]: 'choices',
  [TYPE.upload]: 'files',
  [TYPE.radios]: 'choice',
  [TYPE.checkboxes]: 'choices',
  [TYPE.checkbox]: 'yes-no',
  [TYPE.userSelect]: 'people',
};

const defaultsOf = ({ options = [] }: Component): readonly string[] =>
  options.filter((option) => option.default).map(({ value }) => value);

function initialValue(component: Component): FieldValue {
  if (component.type === TYPE.textInput) return component.value ?? '';
  if (component.type === TYPE.radios) return defaultsOf(component)[0] ?? '';
  if (component.type === TYPE.checkbox) return component.default === true;
  if (component.type === TYPE.userSelect) return (component.default_values ?? []).map(({ id }) => id);
  return defaultsOf(component);
}

function fieldOf(component: Component, label: string, description?: string): SeenField {
  const kind =
    component.type === TYPE.textInput ? (component.style === 2 ? 'paragraph' : 'text') : KIND[component.type];
  return {
    label,
    description,
    customId: component.custom_id ?? '',
    kind: kind ?? 'others',
    required: component.type !== TYPE.checkbox && component.required !== false,
    value: initialValue(component),
    options: component.options ?? [],
    maxLength: component.max_length,
    placeholder: component.placeholder,
  };
}

export function seeModal(data: unknown): SeenModal {
  const { title, custom_id, components } = data as { title: string; custom_id: string; components: Component[] };
  const fields = components.flatMap((top) => {
    if (top.type === TYPE.label && top.component) return [fieldOf(top.component, top.label ?? '', top.description)];
    return top.type === TYPE.row ? (top.components ?? []).map((input) => fieldOf(input, input.label ?? '')) : [];
  });
  const texts = components.flatMap(({ content }) => (content === undefined ? [] : [content]));
  return { title, customId: custom_id, texts, fields, components };
}

export const describeModal = ({ title, fields }: SeenModal): string =>
  [
    `"${title}" with`,
    ...fields.map(({ label, kind, required }) => `  ${label} (${kind}${required ? ', required' : ''})`),
  ].join('\n');

const refuse = (label: string, why: string): never => {
  throw new ClientRefuses(`${label}: ${why}`);
};

function asText(component: Component, label: string, value: FieldValue): object {
  if (typeof value !== 'string') return refuse(label, 'takes text.');
  const { min_length = 0, max_length = 4000, required, style } = component;
  if (value === '' && required !== false) refuse(label, 'is required.');
  if (value !== '' && value.length < min_length) refuse(label, `needs at least ${min_length} characters.`);
  if (value.length > max_length) refuse(label, `takes at most ${max_length} characters, not ${value.length}.`);
  if (style === 1 && value.includes('\n')) refuse(label, 'has one line only.');
  return { value };
}

/** People choose by what is written there; the value does as well. */
function chosen({ options = [] }: Component, label: string, wanted: string): string {
  const option = options.find((one) => one.label === wanted) ?? options.find(({ value }) => value === wanted);
  return option?.value ?? refuse(label, `has no "${wanted}", but ${options.map((one) => one.label).join(', ')}.`);
}

function asOne(component: Component, label: string, value: FieldValue): object {
  if (typeof value !== 'string') return refuse(label, 'takes one choice.');
  if (value === '' && component.required !== false) refuse(label, 'is required.');
  return { value: value === '' ? null : chosen(component, label, value) };
}

function asSome(component: Component, label: string, value: FieldValue): object {
  const wanted = typeof value === 'string' ? [value] : Array.isArray(value) ? value : refuse(label, 'takes choices.');
  const values = wanted.map((one) => chosen(component, label, String(one)));
  const most = component.max_values ?? (component.type === TYPE.checkboxes ? (component.options ?? []).length : 1);
  countOf(component, label, values.length, most);
  return { values };
}

/** Members of the server, by their ids. */
function asPeople(component: Component, label: string, value: FieldValue): object {
  const wanted = typeof value === 'string' ? [value] : Array.isArray(value) ? value : refuse(label, 'takes people.');
  countOf(component, label, wanted.length, component.max_values ?? 1);
  return { values: wanted.map(String) };
}

function countOf({ required, min_values = 1 }: Component, label: string, count: number, most: number): void {
  if (count === 0 && required !== false) refuse(label, 'is required.');
  if (count > 0 && count < min_values) refuse(label, `needs at least ${min_values}.`);
  if (count > most) refuse(label, `takes at most ${most}, not ${count}.`);
}

/** Discord's word for a few endings; the list is its own to change. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  image: /\.(png|gif|jpe?g|jfif|webp|avif)$/i,
  video: /\.(mp4|mov|webm)$/i,
  audio: /\.(mp3|ogg|wav|m4a|flac)$/i,
};

const fits = (name: string, type: string): boolean =>
  ENDINGS[type]?.test(name) ?? name.toLowerCase().endsWith(type.toLowerCase());

export interface Uploading {
  readonly world: World;
  readonly personId: string;
  readonly limit: number;
}

interface Uploaded {
  readonly id: string;
  readonly view: object;
}

const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;

function asFiles(
  component: Component,
  label: string,
  value: FieldValue,
  { world, limit }: Uploading,
): readonly Uploaded[] {
  const files = Array.isArray(value) ? value.filter(isUpload) : [];
  if (!Array.isArray(value) || files.length !== value.length) return refuse(label, 'takes files.');
  countOf(component, label, files.length, component.max_values ?? 1);
  const { file_types: types = [] } = component;
  for (const { name, bytes } of files) {
    if (bytes.byteLength > limit) refuse(label, `"${name}" is above the limit of ${limit} bytes.`);
    if (types.length > 0 && !types.some((type) => fits(name, type)))
      refuse(label, `"${name}" is none of ${types.join(', ')}.`);
  }
  return files.map((upload) => {
    const kept = keepFile({ world, upload, folder: world.bot.id, ephemeral: true });
    return { id: kept.id, view: viewAttachment(world, kept) };
  });
}

export interface Filled {
  readonly components: readonly object[];
  readonly attachments: Readonly<Record<string, object>>;
}

/** @throws ClientRefuses for what the client would not submit. */
export function fillModal(
  modal: SeenModal,
  values: Readonly<Record<string, FieldValue>>,
  uploading: Uploading,
): Filled {
  const strangers = Object.keys(values).filter(
    (name) => !modal.fields.some(({ label, customId }) => label === name || customId === name),
  );
  if (strangers.length > 0)
    throw new ClientRefuses(`There is no "${strangers.join('", "')}" in ${describeModal(modal)}`);
  const attachments: Record<string, object> = {};
  const answer = (component: Component, label: string): object => {
    const value = values[label] ?? values[component.custom_id ?? ''] ?? initialValue(component);
    const common = { type: component.type, id: component.id ?? 0, custom_id: component.custom_id };
    if (component.type === TYPE.upload) {
      const uploaded = asFiles(component, label, value, uploading);
      for (const { id, view } of uploaded) attachments[id] = view;
      return { ...common, values: uploaded.map(({ id }) => id) };
    }
    return { ...common, ...plainAnswer(component, label, value) };
  };
  const components = modal.components.map((top) => {
    if (top.component) return { type: top.type, id: top.id ?? 0, component: answer(top.component, top.label ?? '') };
    const inputs = (top.components ?? []).map((input) => answer(input, input.label ?? ''));
    return { type: top.type, id: top.id ?? 0, ...(top.components ? { components: inputs } : {}) };
  });
  return { components, attachments };
}

function plainAnswer(component: Component, label: string, value: FieldValue): object {
  if (component.type === TYPE.textInput) return asText(component, label, value);
  if (component.type === TYPE.radios) return asOne(component, label, value);
  if (component.type === TYPE.checkbox) {
    return { value: typeof value === 'boolean' ? value : refuse(label, 'is ticked or not.') };
  }
  if (component.type === TYPE.userSelect) return asPeople(component, label, value);
  if (component.type === TYPE.stringSelect || component.type === TYPE.checkboxes)
    return asSome(component, label, value);
  return refuse(label, 'is a kind of field that this driver does not fill in.');
}
