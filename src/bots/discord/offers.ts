// What can be tapped in a modal instead of typed. A modal has five parts, so not everything that is offered finds room:
// first what may fill a field that is needed, then the words for all other fields together. Pure.
import type { Locale } from '../../story.ts';
import type { Form, FormField } from '../conversation/forms.ts';
import { tappable } from '../conversation/tapping.ts';
import { LIMITS } from './limits.ts';
import { offerName, writeSuggestion } from './modal-values.ts';
import { label } from './parts.ts';
import { clip } from './text.ts';
import { COMPONENT, type Component } from './wire.ts';
import { DISCORD_WORDS } from './wording.ts';

type TextField = Extract<FormField, { readonly kind: 'line' | 'lines' }>;

export type Offer =
  /** One thing for one field. */
  | { readonly kind: 'one'; readonly field: TextField }
  /** Several things for any of these. */
  | { readonly kind: 'several'; readonly fields: readonly TextField[] };

/**
 * What gives way where there is more to tap than room: it can be opened by itself beside the form, and nothing waits
 * for it.
 */
const GIVES_WAY: readonly string[] = ['caption'];

function offersIn(fields: readonly FormField[]): readonly Offer[] {
  const given = fields
    .flatMap((field) => (field.kind === 'line' || field.kind === 'lines' ? [field] : []))
    .filter((field) => tappable(field).length > 0);
  const several = given.filter(({ tap }) => tap === 'adds');
  return [
    ...given.filter(({ tap }) => tap === 'fills').map((field): Offer => ({ kind: 'one', field })),
    ...(several.length > 0 ? [{ kind: 'several', fields: several } as const] : []),
  ];
}

/** The fields and offers that find room together. */
export function withOffers(
  { fields }: Pick<Form, 'fields'>,
  room: number,
): { readonly fields: readonly FormField[]; readonly offers: readonly Offer[] } {
  const staying = fields.filter(({ name }) => !GIVES_WAY.includes(name));
  // A form of nothing but such a field keeps it.
  const least = staying.length > 0 ? staying : fields;
  const offers = offersIn(least).slice(0, Math.max(0, room - least.length));
  return { fields: fields.length + offers.length <= room ? fields : least, offers };
}

/** Of each field in turn, so that the first leave room for the others. */
function inTurn<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)));
  const kept = new Set(taken.flat().slice(0, most));
  return lists.flatMap((list) => list.filter((item) => kept.has(item)));
}

const option = (value: string, text: string): { readonly value: string; readonly label: string } => ({
  value,
  label: clip(text, LIMITS.optionLabel),
});

/** What is tapped is taken back by a choice of its own: a choice among radios cannot be undone otherwise. */
function oneOf(field: TextField, locale: Locale): Component {
  const words = DISCORD_WORDS[locale];
  const given = tappable(field).slice(0, LIMITS.radioOptions - 1);
  const component = {
    type: COMPONENT.radios,
    custom_id: offerName(field.name),
    required: false,
    options: [
      { ...option(writeSuggestion(field.name, ''), words.chooseNone), default: true },
      ...given.map((item) => option(writeSuggestion(field.name, item), item)),
    ],
  };
  return label(words.chooseOne(field.label), component, words.chooseOneHint);
}

function someOf(fields: readonly TextField[], locale: Locale): Component {
  const words = DISCORD_WORDS[locale];
  const given = fields.map((field) =>
    tappable(field).map((item) => option(writeSuggestion(field.name, item), `${field.label}: ${item}`)),
  );
  const isFew = given.flat().length <= LIMITS.checkboxes;
  const shown = inTurn(given, isFew ? LIMITS.checkboxes : LIMITS.selectOptions);
  const component = {
    type: isFew ? COMPONENT.checkboxes : COMPONENT.select,
    custom_id: offerName(),
    required: false,
    min_values: 0,
    max_values: shown.length,
    options: shown,
  };
  return label(words.suggestions, component, words.suggestionsHint);
}

export const offerPart = (offer: Offer, locale: Locale): Component =>
  offer.kind === 'one' ? oneOf(offer.field, locale) : someOf(offer.fields, locale);

export const fieldsOf = (offer: Offer): readonly FormField[] => (offer.kind === 'one' ? [offer.field] : offer.fields);
