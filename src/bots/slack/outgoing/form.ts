// A form as a modal view. Pure; what comes back is read in `incoming/submissions.ts`.

import type { Locale } from '../../../story.ts';
import type { Form, FormField, Problem } from '../../conversation/forms.ts';
import { tappable } from '../../conversation/tapping.ts';
import { blockName, choiceName, ENTRY, type FormNote, NOTHING, VIEW_IDS, writeNote } from '../incoming/submissions.ts';
import { FILE_TYPES, LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { type Block, image, note } from './blocks.ts';
import { cut, plain } from './text.ts';

export interface View {
  readonly type: 'modal';
  readonly [key: string]: unknown;
}

export interface FormDrawing {
  readonly thread: string;
  readonly inThread: boolean;
  readonly locale: Locale;
  /** Slack's file that shows the scene, and what it shows. */
  readonly picture?: { readonly file: string; readonly alt: string };
  /** To be told above the fields, where they cannot be told beside them. */
  readonly problems?: readonly Problem[];
}

type TextField = Extract<FormField, { readonly kind: 'line' | 'lines' }>;

const option = (value: string, label: string): object => ({ text: plain(label, LIMITS.option), value });

function textElement(field: TextField): object {
  const most = Math.min(field.limit, LIMITS.inputText);
  const value = cut(field.value, most);
  return {
    type: 'plain_text_input',
    action_id: ENTRY,
    multiline: field.kind === 'lines',
    max_length: most,
    ...(value !== '' && { initial_value: value }),
  };
}

function choiceElement({ choices, value }: Extract<FormField, { readonly kind: 'choice' }>): object {
  const options = choices.slice(0, LIMITS.radioOptions).map((choice) => option(choice.value, choice.label));
  const chosen = options[choices.findIndex((choice) => choice.value === value)];
  return { type: 'radio_buttons', action_id: ENTRY, options, ...(chosen && { initial_option: chosen }) };
}

function elementOf(field: FormField): object {
  if (field.kind === 'pictures') {
    const most = Math.min(LIMITS.filesInForm, Math.max(1, field.most));
    return { type: 'file_input', action_id: ENTRY, filetypes: FILE_TYPES, max_files: most };
  }
  if (field.kind === 'person') throw new Error('not drawn yet');
  return field.kind === 'choice' ? choiceElement(field) : textElement(field);
}

const isText = (field: FormField): field is TextField => field.kind === 'line' || field.kind === 'lines';
const suggestionsOf = (field: FormField): readonly string[] => (isText(field) ? tappable(field) : []);

const some = (items: readonly string[]): object => ({
  type: 'checkboxes',
  action_id: ENTRY,
  options: items.slice(0, LIMITS.checkboxes).map((item) => option(item, item)),
});

/** What is chosen among radio buttons cannot be taken back in Slack: nothing is a choice of its own. */
function one(items: readonly string[], nothing: string): object {
  const none = option(NOTHING, nothing);
  const options = items.slice(0, LIMITS.radioOptions - 1).map((item) => option(item, item));
  return { type: 'radio_buttons', action_id: ENTRY, options: [none, ...options], initial_option: none };
}

function suggestionBlock(scene: string | undefined, field: FormField, locale: Locale): Block {
  const words = SLACK_WORDS[locale];
  const items = suggestionsOf(field);
  const isOne = isText(field) && field.tap === 'fills';
  return {
    type: 'input',
    block_id: choiceName(scene, field.name),
    optional: true,
    label: plain(isOne ? words.chooseOne(field.label) : words.choose(field.label), LIMITS.inputLabel),
    hint: plain(isOne ? words.chooseOneHint : words.chooseHint, LIMITS.inputHint),
    element: isOne ? one(items, words.chooseNone) : some(items),
  };
}

/** Whoever chooses need not type, so Slack must not insist on typing; the conversation asks for what is needed. */
function fieldBlocks(scene: string | undefined, field: FormField, locale: Locale): readonly Block[] {
  const canChoose = suggestionsOf(field).length > 0;
  const needed = field.required && canChoose ? SLACK_WORDS[locale].orChoose : undefined;
  const hint = [needed, field.hint].filter(Boolean).join(' ');
  const input: Block = {
    type: 'input',
    block_id: blockName(scene, field.name),
    optional: !field.required || canChoose,
    label: plain(field.label, LIMITS.inputLabel),
    ...(hint && { hint: plain(hint, LIMITS.inputHint) }),
    element: elementOf(field),
  };
  return canChoose ? [input, suggestionBlock(scene, field, locale)] : [input];
}

function problemBlocks(problems: readonly Problem[], locale: Locale): readonly Block[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ text }) => `• ${text}`);
  return [note([SLACK_WORDS[locale].mend, ...lines].join('\n'))];
}

export function drawForm(form: Form, drawing: FormDrawing): View {
  const { thread, inThread, locale, picture, problems = [] } = drawing;
  const kept: FormNote = { thread, form: form.id, inThread, ...(form.scene !== undefined && { scene: form.scene }) };
  return {
    type: 'modal',
    callback_id: VIEW_IDS.form,
    private_metadata: writeNote(kept),
    title: plain(form.title, LIMITS.viewTitle),
    submit: plain(form.submit, LIMITS.viewButton),
    close: plain(SLACK_WORDS[locale].close, LIMITS.viewButton),
    blocks: [
      ...problemBlocks(problems, locale),
      ...(form.intro === undefined ? [] : [note(form.intro)]),
      ...(picture ? [image(picture.file, picture.alt)] : []),
      ...form.fields.flatMap((field) => fieldBlocks(form.scene, field, locale)),
    ],
  };
}

/** What Slack shows beside the fields; `undefined` where a problem belongs to no field that is shown. */
export function fieldErrors(form: Form, problems: readonly Problem[]): Readonly<Record<string, string>> | undefined {
  const [first] = form.fields;
  if (!first) return undefined;
  const shown = new Set(form.fields.map(({ name }) => name));
  const place = (field: string): string => blockName(form.scene, shown.has(field) ? field : first.name);
  return Object.fromEntries(problems.map(({ field, text }) => [place(field), cut(text, LIMITS.inputHint)]));
}

/** A view that only says something. */
export function drawNotice(title: string, text: string, locale: Locale): View {
  return {
    type: 'modal',
    callback_id: VIEW_IDS.notice,
    title: plain(title, LIMITS.viewTitle),
    close: plain(SLACK_WORDS[locale].close, LIMITS.viewButton),
    blocks: [note(text)],
  };
}

export const drawMoment = (locale: Locale): View =>
  drawNotice(SLACK_WORDS[locale].moment, SLACK_WORDS[locale].momentText, locale);
