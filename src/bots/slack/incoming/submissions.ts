// A form that was sent: which one, for which thread, and what was entered. Pure.
import { FORM_IDS, type FormId } from '../../conversation/forms.ts';
import { withTapped } from '../../conversation/tapping.ts';
import type { Entered, SentView, SlackFile } from '../payloads.ts';

/** What a form of ours remembers while it is open. */
export interface FormNote {
  readonly thread: string;
  readonly form: FormId;
  readonly scene?: string;
  readonly inThread: boolean;
}

/** What the offer to begin a book remembers. */
export interface OfferNote {
  readonly channel: string;
  readonly ts: string;
  readonly files: readonly string[];
}

export const VIEW_IDS = { form: 'talesrunner-form', offer: 'talesrunner-offer', notice: 'talesrunner-notice' } as const;

/** Of the elements of our forms; each block has one. */
export const ENTRY = 'entry';
/** Ends the block of what may be chosen besides typing. */
const CHOSEN = '+';
/** The value of the choice to take nothing. No suggestion is a comma alone. */
export const NOTHING = ',';

/** Another scene has other names: Slack keeps what was typed wherever names stay the same. */
export const blockName = (scene: string | undefined, field: string): string => `${scene ?? 'book'}/${field}`;
export const choiceName = (scene: string | undefined, field: string): string => `${blockName(scene, field)}${CHOSEN}`;

export const writeNote = (note: FormNote | OfferNote): string => JSON.stringify(note);

function parse(metadata: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(metadata || '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

export function readNote({ private_metadata: metadata }: SentView): FormNote | undefined {
  const { thread, form, scene, inThread } = parse(metadata);
  const id = FORM_IDS.find((known) => known === form);
  if (typeof thread !== 'string' || id === undefined) return undefined;
  return { thread, form: id, inThread: inThread === true, ...(typeof scene === 'string' && { scene }) };
}

export function readOffer({ private_metadata: metadata }: SentView): OfferNote | undefined {
  const { channel, ts, files } = parse(metadata);
  if (typeof channel !== 'string' || typeof ts !== 'string' || !Array.isArray(files)) return undefined;
  return { channel, ts, files: files.filter((id): id is string => typeof id === 'string') };
}

export interface Entries {
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly SlackFile[];
}

const entered = ({ value, selected_option: option }: Entered): string => option?.value ?? value ?? '';

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
