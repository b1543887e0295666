// What a button, a select or a form of ours carries in its `custom_id`, and how it is read back: at most 100 characters,
// lasting over restarts. What a press means is left to the conversation.
import { type Action, readAction, writeAction } from '../conversation/actions.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { FORM_IDS, type FormId } from '../conversation/forms.ts';

/** Where something was pressed, so that the same view can be drawn again: the panel of a scene or a page, or a private card. */
export type View = 'scene' | 'page' | 'card';

export type Control =
  | { readonly type: 'press'; readonly action: Action; readonly view?: View }
  /** A select that opens the panel of a scene or a page. */
  | { readonly type: 'pick'; readonly view: 'scene' | 'page' }
  | { readonly type: 'form'; readonly form: FormId; readonly scene?: string; readonly view?: View }
  /** Sends a form that has no fields. */
  | { readonly type: 'confirm'; readonly form: FormId }
  /** Opens a form again as it was typed; when that is forgotten, `action` opens it anew. */
  | { readonly type: 'draft'; readonly draft: string; readonly action: Action };

const VIEWS: Readonly<Record<string, View>> = { s: 'scene', p: 'page', c: 'card' };
const letterOf = (view?: View): string => (view ? `@${view[0]}` : '');

/** @param tag names the message that it stands in, to know the message again by. */
export function writeControl(control: Control, tag?: string): string {
  const end = tag === undefined ? '' : `~${tag}`;
  switch (control.type) {
    case 'press':
      return `a${letterOf(control.view)}:${writeAction(control.action)}${end}`;
    case 'pick':
      return `o${letterOf(control.view)}:${end}`;
    case 'form':
      return `f${letterOf(control.view)}:${control.form}.${control.scene ?? ''}${end}`;
    case 'confirm':
      return `y:${control.form}${end}`;
    case 'draft':
      return `d:${control.draft}.${writeAction(control.action)}${end}`;
  }
}

/** Whether it stands in the message of that name. */
export const isTagged = (customId: string, tag: string): boolean => customId.endsWith(`~${tag}`);

/** The same name as the number of a component, for messages that have no buttons. 0 is Discord's own. */
export const markOf = (tag: string): number => 1 + (Number.parseInt(contentHash(tag).slice(0, 8), 16) % 2_147_483_646);

const formId = (text: string): FormId | undefined => FORM_IDS.find((id) => id === text);

/** `undefined` for what nothing of ours carries. */
export function readControl(customId: string): Control | undefined {
  const match = /^([aofyd])(?:@([spc]))?:([^~]*)(?:~.*)?$/.exec(customId);
  if (!match) return undefined;
  const [, kind, letter = '', rest = ''] = match;
  const view = VIEWS[letter];
  const [head = '', ...tail] = rest.split('.');
  switch (kind) {
    case 'a': {
      const action = readAction(rest);
      return action && { type: 'press', action, ...(view && { view }) };
    }
    case 'o':
      return view === 'scene' || view === 'page' ? { type: 'pick', view } : undefined;
    case 'f': {
      const form = formId(head);
      const scene = tail.join('.');
      return form && { type: 'form', form, ...(scene && { scene }), ...(view && { view }) };
    }
    case 'y': {
      const form = formId(rest);
      return form && { type: 'confirm', form };
    }
    default: {
      const action = readAction(tail.join('.'));
      return action && head ? { type: 'draft', draft: head, action } : undefined;
    }
  }
}
