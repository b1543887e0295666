// A person before an open modal: reads it, fills it in, presses its buttons, sends it or closes it, and sees what comes of that.
import { fileObject } from '../files.ts';
import { type Fields, fieldsOf, isFields, listOf, SlackFault, textOf, wordsOf } from '../json.ts';
import { checkedView, closeAll, closeTop, openView, replaceView, stackOf } from '../views.ts';
import type { Reply } from '../wire/parcel.ts';
import { installedIn, type View } from '../world.ts';
import { controlsIn, filesIn, pick, wordsIn } from './controls.ts';
import { type Entry, enteredState, type Field, fieldsIn, missingIn, storedFrom } from './form.ts';
import { type Acting, closedPayload, pressInViewPayload, submissionPayload } from './interactions.ts';

/** What a modal shows. */
export interface Screen {
  readonly id: string;
  readonly title: string;
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly texts: readonly string[];
  readonly fields: readonly Field[];
  readonly buttons: readonly string[];
  /** Ids or addresses of the files it draws. */
  readonly images: readonly string[];
  /** How many modals lie on top of each other. */
  readonly depth: number;
  readonly content: Fields;
}

export type Submitted =
  /** This modal is gone; one beneath it may be open still. */
  | { readonly type: 'closed' }
  /** By the labels of the fields. */
  | { readonly type: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** The client did not send it. */
  | { readonly type: 'incomplete'; readonly errors: Readonly<Record<string, string>> }
  | { readonly type: 'next'; readonly title: string }
  /** "We had some trouble connecting": not acknowledged, or with something that is none. */
  | { readonly type: 'failed'; readonly reason: string };

export type Bring = (type: 'interactive' | 'slash_commands', payload: Fields) => Promise<Reply>;

export function screenOf(acting: Acting): Screen | undefined {
  const stack = stackOf(acting.world, acting.user.id);
  const view = stack.at(-1);
  if (!view) return undefined;
  const { content } = view;
  const blocks = listOf(content['blocks']);
  const words = (name: string): string | undefined => (isFields(content[name]) ? wordsOf(content[name]) : undefined);
  return {
    id: view.id,
    title: wordsOf(content['title']),
    submit: words('submit'),
    close: words('close'),
    texts: wordsIn(blocks),
    fields: fieldsIn(view),
    buttons: controlsIn(blocks).map(({ label }) => label),
    images: filesIn(blocks),
    depth: stack.length,
    content,
  };
}

function topOf({ world, user }: Acting): View {
  const view = stackOf(world, user.id).at(-1);
  if (!view) throw new Error(`${user.name} has no modal open`);
  return view;
}

export async function fillIn(acting: Acting, bring: Bring, entries: Readonly<Record<string, Entry>>): Promise<void> {
  const { world, user } = acting;
  const upload = (file: Parameters<typeof storedFrom>[2]) => {
    const stored = { ...storedFrom(world, user, file), fromModal: true };
    world.files.set(stored.id, stored);
    return { stored, object: fileObject(world, stored) };
  };
  for (const [label, entry] of Object.entries(entries)) {
    const view = topOf(acting);
    const fields = fieldsIn(view);
    const field = fields.find((known) => known.label === label);
    if (!field)
      throw new Error(`no field "${label}"; there is ${fields.map((known) => `"${known.label}"`).join(', ')}`);
    const { blockId, actionId } = field;
    const state = enteredState(field, entry, { world, upload });
    const filled = { ...view, values: { ...view.values, [blockId]: { [actionId]: state } } };
    world.views.set(view.id, filled);
    world.changed();
    const action = { ...state, block_id: blockId, action_id: actionId };
    if (field.dispatches) await bring('interactive', pressInViewPayload(acting, filled, action));
  }
}

/** What an acknowledgement of a submission does. */
function follow(acting: Acting, view: View, body: unknown): Submitted {
  const { world, user } = acting;
  const installation = installedIn(world, user.team);
  const said = fieldsOf(body);
  const still = world.views.get(view.id);
  if (said['response_action'] === undefined) {
    if (still) closeTop(world, user.id);
    return { type: 'closed' };
  }
  if (!installation) throw new SlackFault('account_inactive');
  switch (said['response_action']) {
    case 'clear':
      closeAll(world, user.id);
      return { type: 'closed' };
    case 'errors':
      return { type: 'errors', errors: errorsByLabel(view, fieldsOf(said['errors'])) };
    case 'update': {
      const next = replaceView(world, still ?? view, checkedView(world, installation, said['view'], view.id));
      return { type: 'next', title: wordsOf(next.content['title']) };
    }
    case 'push': {
      const owner = { user: user.id, team: user.team };
      const next = openView(world, owner, checkedView(world, installation, said['view']), false);
      return { type: 'next', title: wordsOf(next.content['title']) };
    }
    default:
      throw new SlackFault(`unknown response_action ${String(said['response_action'])}`);
  }
}

/** Errors are keyed by the ids of input blocks; anything else is no answer to a form. */
function errorsByLabel(view: View, errors: Fields): Record<string, string> {
  const entries = Object.entries(errors);
  if (entries.length === 0) throw new SlackFault('response_action errors without errors');
  const fields = fieldsIn(view);
  return Object.fromEntries(
    entries.map(([blockId, message]) => {
      const field = fields.find((known) => known.blockId === blockId);
      if (!field) throw new SlackFault(`an error for "${blockId}", which is no input block`);
      if (textOf(message) === undefined || message === '')
        throw new SlackFault(`an error for "${blockId}" without words`);
      return [field.label, String(message)];
    }),
  );
}

export async function submitTop(acting: Acting, bring: Bring): Promise<Submitted> {
  const view = topOf(acting);
  if (view.content['submit'] === undefined)
    throw new Error(`"${wordsOf(view.content['title'])}" has nothing to send it by`);
  const errors = missingIn(view);
  if (Object.keys(errors).length > 0) return { type: 'incomplete', errors };
  const reply = await bring('interactive', submissionPayload(acting, view));
  if (reply.type === 'failed') return { type: 'failed', reason: reply.reason };
  try {
    return follow(acting, view, reply.body);
  } catch (fault) {
    if (!(fault instanceof SlackFault)) throw fault;
    return { type: 'failed', reason: fault.message };
  }
}

/** With the button: only the top one. With the x: all. */
export async function closeModal(acting: Acting, bring: Bring, all: boolean): Promise<void> {
  const { world, user } = acting;
  topOf(acting);
  const stack = stackOf(world, user.id);
  const closing = all || stack.at(-1)?.content['clear_on_close'] === true ? [...stack].reverse() : stack.slice(-1);
  const heard = closing.filter(({ content }) => content['notify_on_close'] === true);
  const payloads = heard.map((view) => closedPayload(acting, view, closing.length > 1 || all));
  if (closing.length === stack.length) closeAll(world, user.id);
  else closeTop(world, user.id);
  for (const payload of payloads) await bring('interactive', payload);
}

export async function pressInModal(acting: Acting, bring: Bring, label: string, nth?: number): Promise<Reply> {
  const view = topOf(acting);
  const control = pick(controlsIn(listOf(view.content['blocks'])), label, nth);
  return bring('interactive', pressInViewPayload(acting, view, control.action));
}
