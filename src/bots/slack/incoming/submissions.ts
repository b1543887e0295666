// A form that was sent: which one, for which thread, and what was entered. Pure.
import { CLASS_FORM_IDS, type ClassFormId } from '../../classroom/form-ids.ts';
import { FORM_IDS, type FormId } from '../../conversation/forms.ts';
import { withTapped } from '../../conversation/tapping.ts';
import type { Entered, SentView, SlackFile } from '../payloads.ts';
import type { Place } from '../thread.ts';

/** What a form of ours remembers while it is open. */
export interface FormNote {
  readonly thread: string;
  readonly form: FormId;
  readonly scene?: string;
  readonly inThread: boolean;
  /** Where the person is, if that is another place. */
  readonly at?: Place;
}

/** What a form of a class remembers. */
export interface ClassNote {
  /** The class, by its channel's name. */
  readonly channel: string;
  readonly class: ClassFormId;
  readonly about?: string;
  /** Where the person is. */
  readonly at: Place;
}

/** What the offer to begin a book remembers. */
export interface OfferNote {
  readonly channel: string;
  /** Of the message whose pictures it begins with; empty without one. */
  readonly ts: string;
  readonly files: readonly string[];
  /** Whether it asks whose book it is to be. */
  readonly inClass: boolean;
}

export const VIEW_IDS = {
  form: 'talesrunner-form',
  class: 'talesrunner-class',
  offer: 'talesrunner-offer',
  notice: 'talesrunner-notice',
} as const;

/** Of the elements of our forms; each block has one. */
export const ENTRY = 'entry';
/** Ends the block of what may be chosen besides typing. */
const CHOSEN = '+';
/** The value of the choice to take nothing. No suggestion is a comma alone. */
export const NOTHING = ',';

/** Another scene has other names: Slack keeps what was typed wherever names stay the same. */
export const blockName = (space: string, field: string): string => `${space}/${field}`;
export const choiceName = (space: string, field: string): string => `${blockName(space, field)}${CHOSEN}`;
export const classSpace = (form: ClassFormId): string => `class.${form}`;

export const writeNote = (note: FormNote | ClassNote | OfferNote): string => JSON.stringify(note);

function parse(metadata: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(metadata || '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function readPlace(at: unknown): Place | undefined {
  const { team, channel, ts } = (typeof at === 'object' && at !== null ? at : {}) as Readonly<Record<string, unknown>>;
  if (typeof team !== 'string' || typeof channel !== 'string') return undefined;
  return { team, channel, ...(typeof ts === 'string' && { ts }) };
}

export function readNote({ private_metadata: metadata }: SentView): FormNote | undefined {
  const { thread, form, scene, inThread, at } = parse(metadata);
  const id = FORM_IDS.find((known) => known === form);
  if (typeof thread !== 'string' || id === undefined) return undefined;
  const place = readPlace(at);
  const about = typeof scene === 'string' ? { scene } : {};
  return { thread, form: id, inThread: inThread === true, ...about, ...(place && { at: place }) };
}

export function readClassNote({ private_metadata: metadata }: SentView): ClassNote | undefined {
  const { channel, class: form, about, at } = parse(metadata);
  const id = CLASS_FORM_IDS.find((known) => known === form);
  const place = readPlace(at);
  if (typeof channel !== 'string' || id === undefined || !place) return undefined;
  return { channel, class: id, at: place, ...(typeof about === 'string' && { about }) };
}

export function readOffer({ private_metadata: metadata }: SentView): OfferNote | undefined {
  const { channel, ts, files, inClass } = parse(metadata);
  if (typeof channel !== 'string' || typeof ts !== 'string' || !Array.isArray(files)) return undefined;
  const ids = files.filter((id): id is string => typeof id === 'string');
  return { channel, ts, files: ids, inClass: inClass === true };
}

export interface Entries {
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly SlackFile[];
}

const entered = ({ value, selected_option: option, selected_user: person }: Entered): string =>
  option?.value ?? person ?? value ?? '';

const chosenIn = ({ selected_option: one, selected_options: some = [] }: Entered): readonly string[] =>
  [...(one ? [one] : []), ...some].flatMap(({ value }) => (value && value !== NOTHING ? [value] : []));

export function readEntries({ state }: SentView): Entries {
  const blocks = Object.entries(state?.values ?? {}).flatMap(([block, elements]) => {
    const entry = elements[ENTRY];
    return entry ? [[block.split('/')[1] ?? block, entry] as const] : [];
  });
  const files = blocks.flatMap(([, entry]) => entry.files ?? []);
  const typed = blocks.filter(([name, entry]) => !name.endsWith(CHOSEN) && entry.files === undefined);
  const chosen = new Map(blocks.filter(([name]) => name.endsWith(CHOSEN)));
  const values = typed.map(([name, entry]) => {
    const choices = chosen.get(`${name}${CHOSEN}`);
    return [name, choices ? withTapped(name, entered(entry), chosenIn(choices)) : entered(entry)] as const;
  });
  return { values: Object.fromEntries(values), files };
}
