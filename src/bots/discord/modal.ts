// A form of the conversation as a modal of Discord: at most five parts. What can be tapped in it is in `offers.ts`. Pure.
import { type Locale, MAX_PICTURES } from '../../story.ts';
import type { ClassForm } from '../classroom/replies.ts';
import type { Choice, Form, FormField } from '../conversation/forms.ts';
import { addressed, type View, writeControl } from './ids.ts';
import { LIMITS } from './limits.ts';
import { fieldsOf, offerPart, withOffers } from './offers.ts';
import { label } from './parts.ts';
import { clip, escapeText } from './text.ts';
import { COMPONENT, type Component, type ModalBody } from './wire.ts';

type TextField = Extract<FormField, { readonly kind: 'line' | 'lines' }>;
type ChoiceField = Extract<FormField, { readonly kind: 'choice' }>;
type PersonField = Extract<FormField, { readonly kind: 'person' }>;

const LINE = 1;
const PARAGRAPH = 2;

function input({ name, kind, value, limit, required }: TextField): Component {
  const most = Math.min(limit, LIMITS.inputValue);
  return {
    type: COMPONENT.input,
    custom_id: name,
    style: kind === 'lines' ? PARAGRAPH : LINE,
    required,
    max_length: most,
    ...(required && { min_length: 1 }),
    ...(value !== '' && { value: value.slice(0, most) }),
  };
}

const chosen = ({ value, label: text }: Choice, current: string): object => ({
  value,
  label: clip(text, LIMITS.optionLabel),
  ...(value === current && { default: true }),
});

/** All choices at a glance where Discord can show them so. */
function choices({ name, value, choices: given, required }: ChoiceField): Component {
  const isFew = given.length >= 2 && given.length <= LIMITS.radioOptions;
  return {
    type: isFew ? COMPONENT.radios : COMPONENT.select,
    custom_id: name,
    required,
    options: given.slice(0, LIMITS.selectOptions).map((choice) => chosen(choice, value)),
  };
}

/** Chosen from a list of all members. What is no id of Discord's is nobody there. */
function person({ name, value, required }: PersonField): Component {
  const chosen = /^\d{15,20}$/.test(value) ? [{ id: value, type: 'user' }] : [];
  return {
    type: COMPONENT.people,
    custom_id: name,
    required,
    max_values: 1,
    ...(chosen.length > 0 && { default_values: chosen }),
  };
}

function field(given: FormField): Component {
  switch (given.kind) {
    case 'line':
    case 'lines':
      return label(given.label, input(given), given.hint);
    case 'choice':
      return label(given.label, choices(given), given.hint);
    case 'person':
      return label(given.label, person(given), given.hint);
    case 'pictures': {
      const upload = {
        type: COMPONENT.upload,
        custom_id: given.name,
        required: given.required,
        min_values: 1,
        max_values: Math.min(given.most, MAX_PICTURES, LIMITS.pictures),
      };
      return label(given.label, upload, given.hint);
    }
  }
}

/** @param customId says what the form is about. */
function draw(form: Pick<Form, 'title' | 'intro' | 'fields'>, locale: Locale, customId: string): ModalBody {
  const { title, intro } = form;
  const before = intro ? [{ type: COMPONENT.text, content: escapeText(intro) }] : [];
  const { fields, offers } = withOffers(form, LIMITS.modalParts - before.length);
  // What is tapped fills a field as well; Discord would not send the form with a required one left empty.
  const offered = new Set<FormField>(offers.flatMap(fieldsOf));
  const parts = fields.flatMap((each) => [
    field(offered.has(each) ? { ...each, required: false } : each),
    ...offers.filter((offer) => fieldsOf(offer).at(-1) === each).map((offer) => offerPart(offer, locale)),
  ]);
  return {
    custom_id: customId,
    title: clip(title, LIMITS.modalTitle),
    components: [...before, ...parts],
  };
}

export interface ModalPlace {
  readonly view?: View;
  /** The thread of the book, where the form opens elsewhere. */
  readonly thread?: string;
}

/** Only for a form with fields; one without is asked for in a message. */
export function modalOf(form: Form, locale: Locale, { view, thread }: ModalPlace = {}): ModalBody {
  const { id, scene } = form;
  const customId = writeControl({ type: 'form', form: id, ...(scene && { scene }), ...(view && { view }) });
  return draw(form, locale, thread === undefined ? customId : addressed(customId, thread));
}

export function classModal(form: ClassForm, locale: Locale): ModalBody {
  const { id, channel, about } = form;
  return draw(form, locale, writeControl({ type: 'class-form', channel, form: id, ...(about && { about }) }));
}
