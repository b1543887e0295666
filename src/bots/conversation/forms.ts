// Every form, declared once: its fields, their limits, and what stands in them when it opens.
// Platforms draw forms within their own limits; what comes back is checked in `values.ts`.
import { CLASSIFICATION_LABELS, FIELD_LABELS, LEVEL_LABELS } from '../../labels.ts';
import {
  CLASSIFICATIONS,
  type Fields,
  type Locale,
  MAX_PICTURES,
  PAGE_FORMATS,
  READING_LEVELS,
  TEXT_LIMITS,
} from '../../story.ts';
import { captionMark } from './captions.ts';
import { choice, type Form, type FormField, labelled, text } from './form-parts.ts';
import { versionName } from './pages.ts';
import { chosenOf, type OpenSession, type SceneFacts } from './session.ts';
import { suggestionsFor, titlesFor } from './suggestions.ts';
import { WORDING } from './wording.ts';
import type { Words } from './words.ts';

export { type Choice, FORM_IDS, type Form, type FormField, type FormId, type Problem } from './form-parts.ts';

export type SceneForm = 'A' | 'B' | 'C';
export const SCENE_FIELDS = {
  A: ['name', 'i_action', 'classification'],
  B: ['character', 'setting', 'action', 'feeling'],
  C: ['causalRelationship', 'outcomeResolution', 'prediction'],
} as const satisfies Readonly<Record<SceneForm, readonly (keyof Fields)[]>>;

/** The smallest box for text among the chat services holds this many characters. */
export const PAGE_TEXT_LIMIT = 3000;
export const AUTHORS_LIMIT = 400;

export interface Asking {
  readonly session: OpenSession;
  readonly locale: Locale;
}

function sceneField(field: keyof Fields, scene: SceneFacts, { session, locale }: Asking): FormField {
  const words = WORDING[locale];
  const label = FIELD_LABELS[locale][field];
  if (field === 'classification') {
    const choices = labelled(CLASSIFICATIONS, CLASSIFICATION_LABELS[locale]);
    return { ...choice(field, label, scene.fields.classification ?? '', choices), hint: words.fieldHints[field] };
  }
  const required = field === 'name' || field === 'i_action';
  const limit = field === 'name' ? TEXT_LIMITS.name : TEXT_LIMITS.field;
  const suggestions = suggestionsFor(session, scene, field);
  return text(field, label, {
    value: scene.fields[field],
    limit,
    required,
    hint: words.fieldHints[field],
    suggestions,
  });
}

function captionField(scene: SceneFacts, { session, locale }: Asking): FormField {
  const words = WORDING[locale];
  return text('caption', words.caption, {
    value: scene.caption?.text,
    limit: TEXT_LIMITS.caption,
    kind: 'lines',
    hint: captionMark(session, scene, locale) ?? words.captionHint,
  });
}

/** What is seen in the picture, by itself: to be put into the language of the book. */
export function captionForm(scene: SceneFacts, asking: Asking): Form {
  const words = WORDING[asking.locale];
  const title = words.captionTitle(asking.session.scenes.indexOf(scene) + 1);
  const fields = [captionField(scene, asking)];
  return { id: 'caption', scene: scene.key, title, fields, submit: words.save, danger: false };
}

/** Description, or one half of what may be added to it. */
export function sceneForm(id: SceneForm, scene: SceneFacts, asking: Asking): Form {
  const words = WORDING[asking.locale];
  const number = asking.session.scenes.indexOf(scene) + 1;
  const fields = SCENE_FIELDS[id].map((field) => sceneField(field, scene, asking));
  return {
    id,
    scene: scene.key,
    title: id === 'A' ? words.describeTitle(number) : words.detailTitle(number, id === 'B' ? 1 : 2),
    fields: id === 'A' ? [...fields, captionField(scene, asking)] : fields,
    submit: words.save,
    danger: false,
  };
}

/** The text of one page. */
export function textForm(scene: SceneFacts, { session, locale }: Asking): Form {
  const words = WORDING[locale];
  const field = text('text', words.pageText, {
    value: chosenOf(scene)?.passage.text,
    limit: PAGE_TEXT_LIMIT,
    kind: 'lines',
    required: true,
    hint: words.pageTextHint,
  });
  const title = words.textTitle(session.scenes.indexOf(scene) + 1);
  return { id: 'text', scene: scene.key, title, fields: [field], submit: words.save, danger: false };
}

const excerpt = (value: string, length: number): string => {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** The texts that a page has had; only for a scene with two or more. */
export function versionsForm(scene: SceneFacts, { session, locale }: Asking): Form {
  const words = WORDING[locale];
  const choices = scene.versions.map((version, index) => ({
    value: versionName(version),
    label: excerpt(`${index + 1}. ${version.passage.text}`, 75),
  }));
  const chosen = chosenOf(scene);
  const title = words.versionsTitle(session.scenes.indexOf(scene) + 1);
  const field = choice('version', words.version, chosen ? versionName(chosen) : '', choices);
  return { id: 'versions', scene: scene.key, title, fields: [field], submit: words.take, danger: false };
}

/** Pictures to add, or one to put in the place of a scene's own. */
export function picturesForm({ session, locale }: Asking, scene?: SceneFacts): Form {
  const words = WORDING[locale];
  const most = scene ? 1 : MAX_PICTURES - session.scenes.length;
  const field: FormField = { name: 'pictures', label: words.pictures, kind: 'pictures', required: true, most };
  return {
    id: 'pictures',
    ...(scene && { scene: scene.key }),
    title: scene ? words.replaceTitle(session.scenes.indexOf(scene) + 1) : words.addTitle,
    intro: scene ? words.replaceIntro : words.addIntro(most),
    fields: [field],
    submit: words.upload,
    danger: false,
  };
}

/** What holds for the whole book. */
export function bookForm({ session, locale }: Asking): Form {
  const words = WORDING[locale];
  const suggestions = titlesFor(session);
  const title = { value: session.title, limit: TEXT_LIMITS.title, hint: words.titleHint, suggestions };
  const authors = { value: session.authors.join(', '), limit: AUTHORS_LIMIT, hint: words.authorsHint };
  return {
    id: 'book',
    title: words.bookFormTitle,
    fields: [
      text('title', words.bookTitle, title),
      text('authors', words.authors, authors),
      choice('level', words.level, session.level, labelled(READING_LEVELS, LEVEL_LABELS[locale])),
      choice('format', words.format, session.format, labelled(PAGE_FORMATS, words.formats)),
    ],
    submit: words.save,
    danger: false,
  };
}

/** A teacher's word to the child whose book is not done yet. */
export function returnForm({ locale }: Asking): Form {
  const words = WORDING[locale];
  const hint = words.commentHint;
  const comment = text('comment', words.comment, { value: '', limit: TEXT_LIMITS.field, kind: 'lines', hint });
  return { id: 'return', title: words.returnTitle, fields: [comment], submit: words.returnIt, danger: false };
}

/** Whose book it is to be. */
export function handForm({ session, locale }: Asking): Form {
  const words = WORDING[locale];
  const owner: FormField = {
    name: 'owner',
    label: words.newOwner,
    kind: 'person',
    required: true,
    value: session.owner,
  };
  return { id: 'hand', title: words.handTitle, fields: [owner], submit: words.handIt, danger: false };
}

/** Asks once more before everything goes. */
export function deleteForm(words: Words): Form {
  return {
    id: 'delete',
    title: words.deleteTitle,
    intro: words.deleteIntro,
    fields: [],
    submit: words.deleteAll,
    danger: true,
  };
}

/** What was typed, back in its form. */
export function refilled<F extends Pick<Form, 'fields'>>(form: F, values: Readonly<Record<string, string>>): F {
  const fields = form.fields.map((field): FormField => {
    const typed = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    return field.kind === 'pictures' || typed === undefined ? field : { ...field, value: typed };
  });
  return { ...form, fields };
}
