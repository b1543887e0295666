// What a button, a select or a form of ours carries in its `custom_id`, and how it is read back: at most 100 characters,
// lasting over restarts. What a press means is left to the conversation, and to the class.
import { type ClassAction, readClassAction, writeClassAction } from '../classroom/actions.ts';
import { CLASS_FORM_IDS, type ClassFormId } from '../classroom/form-ids.ts';
import { type Action, readAction, writeAction } from '../conversation/actions.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { FORM_IDS, type FormId } from '../conversation/forms.ts';

/** Where something was pressed, so that the same view can be drawn again: the panel of a scene or a page, or a private card. */
export type View = 'scene' | 'page' | 'card';

/** About a book. Absent: about that of the thread in which it is pressed. */
interface Addressed {
  readonly thread?: string;
}

export type Control =
  | (Addressed & { readonly type: 'press'; readonly action: Action; readonly view?: View })
  /** A select that opens the panel of a scene or a page. */
  | (Addressed & { readonly type: 'pick'; readonly view: 'scene' | 'page' })
  | (Addressed & { readonly type: 'form'; readonly form: FormId; readonly scene?: string; readonly view?: View })
  /** Sends a form that has no fields. */
  | (Addressed & { readonly type: 'confirm'; readonly form: FormId })
  /** Opens a form again as it was typed; when that is forgotten, `action` opens it anew. */
  | (Addressed & { readonly type: 'draft'; readonly draft: string; readonly action: Action })
  | { readonly type: 'class'; readonly channel: string; readonly action: ClassAction }
  | { readonly type: 'class-form'; readonly channel: string; readonly form: ClassFormId; readonly about?: string }
  | { readonly type: 'class-draft'; readonly channel: string; readonly draft: string; readonly action: ClassAction }
  /** Lets a teacher into the thread of a book, or into the teachers' room of a class. */
  | { readonly type: 'enter'; readonly thread: string }
  | { readonly type: 'desk'; readonly channel: string }
  /** A select whose options are controls themselves. The number tells it from others of the same message. */
  | { readonly type: 'menu'; readonly number: number };

const VIEWS: Readonly<Record<string, View>> = { s: 'scene', p: 'page', c: 'card' };
const letterOf = (view?: View): string => (view ? `@${view[0]}` : '');
const placeOf = (place?: string): string => (place === undefined ? '' : `#${place}`);

/** The letter, the view, the place, and after a colon what is left to say. */
function written(control: Control): string {
  switch (control.type) {
    case 'press':
      return `a${letterOf(control.view)}${placeOf(control.thread)}:${writeAction(control.action)}`;
    case 'pick':
      return `o${letterOf(control.view)}${placeOf(control.thread)}:`;
    case 'form':
      return `f${letterOf(control.view)}${placeOf(control.thread)}:${control.form}.${control.scene ?? ''}`;
    case 'confirm':
      return `y${placeOf(control.thread)}:${control.form}`;
    case 'draft':
      return `d${placeOf(control.thread)}:${control.draft}.${writeAction(control.action)}`;
    case 'class':
      return `c${placeOf(control.channel)}:${writeClassAction(control.action)}`;
    case 'class-form':
      return `g${placeOf(control.channel)}:${control.form}.${control.about ?? ''}`;
    case 'class-draft':
      return `e${placeOf(control.channel)}:${control.draft}.${writeClassAction(control.action)}`;
    case 'enter':
      return `j${placeOf(control.thread)}:`;
    case 'desk':
      return `k${placeOf(control.channel)}:`;
    case 'menu':
      return `m:${control.number}`;
  }
}

/** @param tag names the message that it stands in, to know the message again by. */
export const writeControl = (control: Control, tag?: string): string =>
  `${written(control)}${tag === undefined ? '' : `~${tag}`}`;

/** Whether it stands in the message of that name. */
export const isTagged = (customId: string, tag: string): boolean => customId.endsWith(`~${tag}`);

/** The same name as the number of a component, for messages that have no buttons. 0 is Discord's own. */
export const markOf = (tag: string): number => 1 + (Number.parseInt(contentHash(tag).slice(0, 8), 16) % 2_147_483_646);

const ABOUT_A_BOOK = /^([aofyd](?:@[spc])?):/;
/** What is about a book and does not say which, about that of `thread`. Everything else as it is. */
export const addressed = (customId: string, thread: string): string =>
  customId.replace(ABOUT_A_BOOK, (_, head: string) => `${head}${placeOf(thread)}:`);

const formId = (text: string): FormId | undefined => FORM_IDS.find((id) => id === text);
const classFormId = (text: string): ClassFormId | undefined => CLASS_FORM_IDS.find((id) => id === text);

interface Parts {
  readonly kind: string;
  readonly view: View | undefined;
  readonly place: string | undefined;
  readonly rest: string;
  /** `rest` before and after its first point. */
  readonly head: string;
  readonly tail: string;
}

function partsOf(customId: string): Parts | undefined {
  const match = /^([a-z])(?:@([spc]))?(?:#(\d{1,20}))?:([^~]*)(?:~.*)?$/.exec(customId);
  if (!match) return undefined;
  const [, kind = '', letter = '', place, rest = ''] = match;
  const [head = '', ...tail] = rest.split('.');
  return { kind, view: VIEWS[letter], place, rest, head, tail: tail.join('.') };
}

function readBookControl({ kind, view, place, rest, head, tail }: Parts): Control | undefined {
  const about: Addressed = place === undefined ? {} : { thread: place };
  switch (kind) {
    case 'a': {
      const action = readAction(rest);
      return action && { type: 'press', action, ...(view && { view }), ...about };
    }
    case 'o':
      return view === 'scene' || view === 'page' ? { type: 'pick', view, ...about } : undefined;
    case 'f': {
      const form = formId(head);
      return form && { type: 'form', form, ...(tail && { scene: tail }), ...(view && { view }), ...about };
    }
    case 'y': {
      const form = formId(rest);
      return form && { type: 'confirm', form, ...about };
    }
    case 'd': {
      const action = readAction(tail);
      return action && head ? { type: 'draft', draft: head, action, ...about } : undefined;
    }
    default:
      return undefined;
  }
}

function readClassControl({ kind, rest, head, tail }: Parts, channel: string): Control | undefined {
  switch (kind) {
    case 'c': {
      const action = readClassAction(rest);
      return action && { type: 'class', channel, action };
    }
    case 'g': {
      const form = classFormId(head);
      return form && { type: 'class-form', channel, form, ...(tail && { about: tail }) };
    }
    case 'e': {
      const action = readClassAction(tail);
      return action && head ? { type: 'class-draft', channel, draft: head, action } : undefined;
    }
    case 'j':
      return { type: 'enter', thread: channel };
    case 'k':
      return { type: 'desk', channel };
    default:
      return undefined;
  }
}

/** `undefined` for what nothing of ours carries. */
export function readControl(customId: string): Control | undefined {
  const parts = partsOf(customId);
  if (!parts) return undefined;
  const { kind, place, rest } = parts;
  if (kind === 'm') return /^\d$/.test(rest) ? { type: 'menu', number: Number(rest) } : undefined;
  return readBookControl(parts) ?? (place === undefined ? undefined : readClassControl(parts, place));
}
