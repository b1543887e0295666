// A form of the conversation as a modal of Discord: at most five parts, of which one may be what can be tapped. Pure.
import { type Locale, MAX_PICTURES } from '../../story.ts';
import type { Choice, Form, FormField } from '../conversation/forms.ts';
import { type View, writeControl } from './ids.ts';
import { LIMITS } from './limits.ts';
import { SUGGESTIONS, writeSuggestion } from './modal-values.ts';
import { clip, escapeText } from './text.ts';
import { COMPONENT, type Component, type ModalBody } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

type TextField = Extract<FormField, { readonly kind: 'line' | 'lines' }>;
type ChoiceField = Extract<FormField, { readonly kind: 'choice' }>;

const LINE = 1;
const PARAGRAPH = 2;

const label = (text: string, component: Component, description?: string): Component => ({
  type: COMPONENT.label,
  label: clip(text, LIMITS.label),
  ...(description && { description: clip(description, LIMITS.labelDescription) }),
  component,
});

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

function field(given: FormField): Component {
  switch (given.kind) {
    case 'line':
    case 'lines':
      return label(given.label, input(given), given.hint);
    case 'choice':
      return label(given.label, choices(given), given.hint);
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

/** What can be tapped for all fields together, since a field has no room for its own. */
function suggestions({ fields }: Form, locale: Locale): readonly Component[] {
  const given = fields.flatMap((each) =>
    each.kind === 'line' || each.kind === 'lines'
      ? each.suggestions.map((suggestion) => ({
          value: writeSuggestion(each.name, suggestion),
          label: `${each.label}: ${suggestion}`,
        }))
      : [],
  );
  const fitting = given.filter(({ value }) => value.length <= LIMITS.optionValue);
  if (fitting.length === 0) return [];
  const isFew = fitting.length <= LIMITS.checkboxes;
  const shown = fitting.slice(0, LIMITS.selectOptions);
  const words = DISCORD_WORDS[locale];
  const component = {
    type: isFew ? COMPONENT.checkboxes : COMPONENT.select,
    custom_id: SUGGESTIONS,
    required: false,
    min_values: 0,
    max_values: shown.length,
    options: shown.map((option) => ({ ...option, label: clip(option.label, LIMITS.optionLabel) })),
  };
  return [label(words.suggestions, component, words.suggestionsHint)];
}

/** What is tapped fills a field as well; Discord would not send the form with a required one left empty. */
const orTapped = (given: FormField): FormField =>
  'suggestions' in given && given.suggestions.length > 0 ? { ...given, required: false } : given;

/** Only for a form with fields; one without is asked for in a message. */
export function modalOf(form: Form, locale: Locale, view?: View): ModalBody {
  const { id, scene, title, intro, fields } = form;
  const before = intro ? [{ type: COMPONENT.text, content: escapeText(intro) }] : [];
  const room = LIMITS.modalParts - fields.length;
  const extra = [...before, ...suggestions(form, locale)].slice(0, room);
  const ahead = extra.filter(({ type }) => type === COMPONENT.text);
  const behind = extra.filter(({ type }) => type !== COMPONENT.text);
  const parts = (behind.length > 0 ? fields.map(orTapped) : fields).map(field);
  return {
    custom_id: writeControl({ type: 'form', form: id, ...(scene && { scene }), ...(view && { view }) }),
    title: clip(title, LIMITS.modalTitle),
    components: [...ahead, ...parts, ...behind],
  };
}
