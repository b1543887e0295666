// What comes back in a form: typed texts, choices, tapped suggestions, files. Pure; the form itself is drawn in `modal.ts`.
import { withTapped } from '../conversation/tapping.ts';
import { COMPONENT, type WireComponent } from './wire.ts';

const OFFER = '+';
/** The `custom_id` of what can be tapped: for one field, or for all that are offered something. No field is called so. */
export const offerName = (field = ''): string => `${OFFER}${field}`;
const isOffer = ({ custom_id: name = '' }: WireComponent): boolean => name.startsWith(OFFER);

export interface FormValues {
  readonly texts: Readonly<Record<string, string>>;
  /** `field=suggestion` */
  readonly tapped: readonly string[];
  /** Ids of attachments, in the order in which they were chosen. */
  readonly uploads: readonly string[];
}

/** @param suggestion empty: nothing is to be taken. */
export const writeSuggestion = (field: string, suggestion: string): string => `${field}=${suggestion}`;

export function readValues(components: readonly WireComponent[]): FormValues {
  const inputs = components.flatMap(({ component }) => component ?? []);
  const ofType = (type: number): readonly WireComponent[] => inputs.filter((input) => input.type === type);
  const single = inputs.flatMap((input): readonly [string, string][] => {
    const { type, custom_id: name = '', value, values } = input;
    if (isOffer(input) || type === COMPONENT.upload) return [];
    const given = value ?? values?.[0];
    return given === undefined || given === null ? [] : [[name, given]];
  });
  return {
    texts: Object.fromEntries(single),
    tapped: inputs.filter(isOffer).flatMap(({ value, values }) => values ?? (value ? [value] : [])),
    uploads: ofType(COMPONENT.upload).flatMap(({ values = [] }) => values),
  };
}

/** The fields with what was tapped for them. */
export function mergeSuggestions({ texts, tapped }: FormValues): Readonly<Record<string, string>> {
  const merged: Record<string, string> = { ...texts };
  for (const written of tapped) {
    const at = written.indexOf('=');
    const field = written.slice(0, at);
    const suggestion = written.slice(at + 1);
    const typed = merged[field];
    if (at < 1 || typed === undefined) continue;
    merged[field] = withTapped(field, typed, suggestion ? [suggestion] : []);
  }
  return merged;
}
