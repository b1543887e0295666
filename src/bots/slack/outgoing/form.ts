// A form as a modal view. Pure; what comes back is read in `incoming/submissions.ts`.

import type { Locale } from '../../../story.ts';
import type { ClassForm } from '../../classroom/replies.ts';
import type { Form, FormField, Problem } from '../../conversation/forms.ts';
import { tappable } from '../../conversation/tapping.ts';
import { CLASS_WORDS } from '../class-wording.ts';
import {
  blockName,
  type ClassNote,
  choiceName,
  classSpace,
  ENTRY,
  type FormNote,
  NOTHING,
  VIEW_IDS,
  writeNote,
} from '../incoming/submissions.ts';
import { FILE_TYPES, LIMITS } from '../limits.ts';
import type { Place } from '../thread.ts';
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
  /** Where the person is, if that is another place. */
  readonly at?: Place;
  readonly locale: Locale;
  /** Slack's file that shows the scene, and what it shows. */
  readonly picture?: { readonly file: string; readonly alt: string };
  /** To be told above the fields, where they cannot be told beside them. */
  readonly problems?: readonly Problem[];
}

/** The field of a class's settings that says who sees its threads. */
const THREADS = 'threads';

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
  if (field.kind === 'person') {
    const chosen = /^[UW][A-Z0-9]+$/.test(field.value) ? { initial_user: field.value } : {};
    return { type: 'users_select', action_id: ENTRY, ...chosen };
  }
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

function suggestionBlock(space: string, field: FormField, locale: Locale): Block {
  const words = SLACK_WORDS[locale];
  const items = suggestionsOf(field);
  const isOne = isText(field) && field.tap === 'fills';
  return {
    type: 'input',
    block_id: choiceName(space, field.name),
    optional: true,
    label: plain(isOne ? words.chooseOne(field.label) : words.choose(field.label), LIMITS.inputLabel),
    hint: plain(isOne ? words.chooseOneHint : words.chooseHint, LIMITS.inputHint),
    element: isOne ? one(items, words.chooseNone) : some(items),
  };
}

/** Whoever chooses need not type, so Slack must not insist on typing; the conversation asks for what is needed. */
function fieldBlocks(space: string, field: FormField, locale: Locale): readonly Block[] {
  const canChoose = suggestionsOf(field).length > 0;
  const needed = field.required && canChoose ? SLACK_WORDS[locale].orChoose : undefined;
  const hint = [needed, field.hint].filter(Boolean).join(' ');
  const input: Block = {
    type: 'input',
    block_id: blockName(space, field.name),
    optional: !field.required || canChoose,
    label: plain(field.label, LIMITS.inputLabel),
    ...(hint && { hint: plain(hint, LIMITS.inputHint) }),
    element: elementOf(field),
  };
  return canChoose ? [input, suggestionBlock(space, field, locale)] : [input];
}

function problemBlocks(problems: readonly Problem[], locale: Locale): readonly Block[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ text }) => `• ${text}`);
  return [note([SLACK_WORDS[locale].mend, ...lines].join('\n'))];
}

/** What a form of any kind is drawn from. */
type Sheet = Pick<Form, 'title' | 'intro' | 'fields' | 'submit'>;

interface SheetDrawing extends Pick<FormDrawing, 'locale' | 'picture' | 'problems'> {
  readonly id: string;
  readonly note: FormNote | ClassNote;
  /** Names of its fields are this form's alone: Slack keeps what was typed wherever names stay the same. */
  readonly space: string;
}

function drawSheet({ title, intro, fields, submit }: Sheet, drawing: SheetDrawing): View {
  const { id, note: kept, space, locale, picture, problems = [] } = drawing;
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: writeNote(kept),
    title: plain(title, LIMITS.viewTitle),
    submit: plain(submit, LIMITS.viewButton),
    close: plain(SLACK_WORDS[locale].close, LIMITS.viewButton),
    blocks: [
      ...problemBlocks(problems, locale),
      ...(intro === undefined ? [] : [note(intro)]),
      ...(picture ? [image(picture.file, picture.alt)] : []),
      ...fields.flatMap((field) => fieldBlocks(space, field, locale)),
    ],
  };
}

const spaceOf = ({ scene }: Pick<Form, 'scene'>): string => scene ?? 'book';

export function drawForm(form: Form, { thread, inThread, at, ...drawing }: FormDrawing): View {
  const away = at ? { at } : {};
  const scene = form.scene === undefined ? {} : { scene: form.scene };
  const kept: FormNote = { thread, form: form.id, inThread, ...scene, ...away };
  return drawSheet(form, { ...drawing, id: VIEW_IDS.form, note: kept, space: spaceOf(form) });
}

export interface ClassFormDrawing extends Pick<FormDrawing, 'locale' | 'problems'> {
  /** Where the person is. */
  readonly at: Place;
}

/** On Slack a thread is seen by all who are in its channel, whatever a class says of it. */
function withThreads(fields: readonly FormField[], locale: Locale): readonly FormField[] {
  const { threadsHint } = CLASS_WORDS[locale];
  return fields.map((field) => (field.name === THREADS ? { ...field, hint: threadsHint } : field));
}

export function drawClassForm(form: ClassForm, { at, ...drawing }: ClassFormDrawing): View {
  const { channel, about, id } = form;
  const kept: ClassNote = { channel, class: id, at, ...(about !== undefined && { about }) };
  const fields = withThreads(form.fields, drawing.locale);
  return drawSheet({ ...form, fields }, { ...drawing, id: VIEW_IDS.class, note: kept, space: classSpace(id) });
}

/** What Slack shows beside the fields; `undefined` where there is no field to show it beside. */
function errorsIn(space: string, fields: readonly FormField[], problems: readonly Problem[]) {
  const [first] = fields;
  if (!first) return undefined;
  const shown = new Set(fields.map(({ name }) => name));
  const place = (field: string): string => blockName(space, shown.has(field) ? field : first.name);
  return Object.fromEntries(problems.map(({ field, text }) => [place(field), cut(text, LIMITS.inputHint)]));
}

type Errors = Readonly<Record<string, string>> | undefined;

export const fieldErrors = (form: Form, problems: readonly Problem[]): Errors =>
  errorsIn(spaceOf(form), form.fields, problems);

export const classFieldErrors = ({ id, fields }: ClassForm, problems: readonly Problem[]): Errors =>
  errorsIn(classSpace(id), fields, problems);

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
