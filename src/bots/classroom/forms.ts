// Every form of a classroom, declared once: its fields and what stands in them when it opens. What comes back is taken in
// `submit.ts`.

import { ENGINES_ALLOWED } from '../../jobs.ts';
import { LEVEL_LABELS } from '../../labels.ts';
import { LOCALES, type Locale, PAGE_FORMATS, READING_LEVELS, TEXT_LIMITS } from '../../story.ts';
import { choice, type FormField, labelled, text } from '../conversation/form-parts.ts';
import { printForm } from '../conversation/printing.ts';
import { WORDING as BOOK_WORDING } from '../conversation/wording.ts';
import type { ClassAction } from './actions.ts';
import { type ClassAnthology, type ClassBook, type Classroom, LABEL_LIMIT } from './facts.ts';
import { labelOf } from './labels.ts';
import type { ClassForm } from './replies.ts';
import type { ClassSettings } from './settings.ts';
import { shelfOf } from './shelf.ts';
import { WORDING } from './wording.ts';
import { ORDERS, type SettingName, type SettingsFormName, type YesNo } from './words.ts';

export interface Asking {
  readonly classroom: Classroom;
  readonly locale: Locale;
}

/** The settings in parts, each at most five. */
export const SETTINGS_IN = {
  who: ['title', 'locale', 'starters', 'threads', 'approval'],
  books: ['level', 'format', 'roomy', 'notice'],
  care: ['engines', 'moderation', 'retention', 'termEnds', 'clearing'],
} as const satisfies Readonly<Record<SettingsFormName, readonly SettingName[]>>;

export const TITLE_LIMIT = 40;
const YES_NO = ['yes', 'no'] as const satisfies readonly YesNo[];
export const yesNo = (value: boolean): YesNo => (value ? 'yes' : 'no');

function settingField(name: SettingName, settings: ClassSettings, locale: Locale): FormField {
  const { settingLabels, settingHints, values } = WORDING[locale];
  const label = settingLabels[name];
  const hint = settingHints[name];
  const of = (value: string, choices: Parameters<typeof choice>[3]): FormField => ({
    ...choice(name, label, value, choices),
    ...(hint !== undefined && { hint }),
  });
  const written = (value: string, limit: number, kind: 'line' | 'lines' = 'line'): FormField =>
    text(name, label, { value, limit, kind, ...(hint !== undefined && { hint }) });
  switch (name) {
    case 'title':
      return written(settings.title, TITLE_LIMIT);
    case 'notice':
      return written(settings.notice, TEXT_LIMITS.notice, 'lines');
    case 'termEnds':
      return written(settings.termEnds ?? '', 20);
    case 'locale':
      return of(settings.locale, labelled(LOCALES, values.locale));
    case 'starters':
      return of(settings.starters, labelled(['everyone', 'teachers'], values.starters));
    case 'threads':
      return of(settings.threads, labelled(['private', 'public'], values.threads));
    case 'level':
      return of(settings.level, labelled(READING_LEVELS, LEVEL_LABELS[locale]));
    case 'format':
      return of(settings.format, labelled(PAGE_FORMATS, BOOK_WORDING[locale].formats));
    case 'engines':
      return of(settings.engines, labelled(ENGINES_ALLOWED, values.engines));
    case 'retention':
      return of(settings.retention, labelled(['7', '30', 'term'], values.retention));
    default:
      return of(yesNo(settings[name]), labelled(YES_NO, values[name]));
  }
}

export function settingsForm(id: SettingsFormName, { classroom, locale }: Asking): ClassForm {
  const words = WORDING[locale];
  return {
    id,
    channel: classroom.channel,
    title: words.formTitles[id],
    fields: SETTINGS_IN[id].map((name) => settingField(name, classroom.settings, locale)),
    submit: words.save,
    danger: false,
  };
}

/** The books to bind. Only where there are some. */
export function bindForm({ classroom, locale }: Asking): ClassForm {
  const words = WORDING[locale];
  const { settings, channel } = classroom;
  const title = words.anthologyTitle(settings.title);
  return {
    id: 'bind',
    channel,
    title: words.bindTitle,
    intro: words.bindIntro(shelfOf(classroom).length),
    fields: [
      text('title', words.titleLabel, { value: title, limit: TEXT_LIMITS.title, required: true }),
      text('books', words.booksLabel, { value: words.everything, limit: 200, hint: words.booksHint }),
      choice('order', words.orderLabel, ORDERS[0], labelled(ORDERS, words.orders)),
      choice('format', words.formatLabel, settings.format, labelled(PAGE_FORMATS, BOOK_WORDING[locale].formats)),
    ],
    submit: words.bindSubmit,
    danger: false,
  };
}

/** How an anthology is to be printed. */
export function printFormFor({ number }: Pick<ClassAnthology, 'number'>, { classroom, locale }: Asking): ClassForm {
  return { ...printForm({ locale }), id: 'print', channel: classroom.channel, about: String(number) };
}

/** What a child is called in class. */
export function labelForm(book: ClassBook, { classroom, locale }: Asking): ClassForm {
  const words = WORDING[locale];
  const value = labelOf(classroom, book);
  return {
    id: 'label',
    channel: classroom.channel,
    about: book.key,
    title: words.labelTitle,
    fields: [text('label', words.label, { value, limit: LABEL_LIMIT, required: true, hint: words.labelHint })],
    submit: words.save,
    danger: false,
  };
}

/** What a person presses to get to a form. */
export function wayTo({ id, about }: ClassForm): ClassAction {
  if (about === undefined) return { type: 'form', form: id };
  return id === 'print' ? { type: 'fold', anthology: Number(about) } : { type: 'label', book: about };
}
