// A person in a workspace: posts, presses, fills in and reads, as a client would let them. Looks things up in what the bot really sent.
import type { AppRecord } from '../app.ts';
import { isFields, listOf } from '../json.ts';
import { change, post, remove, removeFile } from '../messages.ts';
import { stackOf } from '../views.ts';
import type { Reply } from '../wire/parcel.ts';
import { type Ephemeral, installedIn, type Message, messageAt, type User, type World } from '../world.ts';
import { controlsIn, pick } from './controls.ts';
import { type Entry, type GivenFile, storedFrom } from './form.ts';
import { commandPayload, pressPayload, sayBack, shortcutPayload } from './interactions.ts';
import {
  type Bring,
  closeModal,
  fillIn,
  pressInModal,
  type Screen,
  type Submitted,
  screenOf,
  submitTop,
} from './modal.ts';

/** What the client shows of an action: nothing, or that it failed. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: string };

export interface Posting {
  /** The root, or its `ts`. */
  readonly thread?: Message | string;
  readonly text?: string;
  readonly files?: readonly (GivenFile & { readonly address?: string })[];
  /** A message with files need not have the subtype. */
  readonly plain?: boolean;
  /** Files come as stubs that say `check_file_info`. */
  readonly stubs?: boolean;
  /** Also shown in the channel. */
  readonly broadcast?: boolean;
}

export interface PressOptions {
  /** Which of several with the same label, from 0. */
  readonly nth?: number;
  /** Presses what the given snapshot shows, as a client does that has not heard of a later change. */
  readonly stale?: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly locale: string;
  readonly isAdmin: boolean;
  /** Never inside a thread: Slack has no commands there. */
  readonly command: (channel: string, command: string, text?: string) => Promise<Outcome>;
  readonly post: (channel: string, posting: Posting) => Message;
  /** Writes a message that names the bot. */
  readonly mention: (channel: string, thread: Message | string | undefined, text: string) => Message;
  readonly edit: (message: Message, text: string) => Message;
  readonly delete: (message: Message) => void;
  readonly deleteFile: (id: string) => void;
  /** Presses a button, or chooses an option of an overflow menu, a select, radio buttons or checkboxes. */
  readonly click: (message: Message | Ephemeral, label: string, options?: PressOptions) => Promise<Outcome>;
  readonly shortcut: (callbackId: string, message: Message) => Promise<Outcome>;
  /** The modal that is open for this person. */
  readonly view: Screen | undefined;
  /** By labels; `undefined` empties a field. */
  readonly fill: (entries: Readonly<Record<string, Entry>>) => Promise<void>;
  readonly submit: () => Promise<Submitted>;
  readonly close: () => Promise<void>;
  /** With the x: also what lies beneath. */
  readonly closeAll: () => Promise<void>;
  /** A button or a choice inside the open modal, outside of its fields. */
  readonly press: (label: string, options?: Pick<PressOptions, 'nth'>) => Promise<Outcome>;
  /** What only this person sees, oldest first. */
  readonly ephemerals: (channel?: string) => Ephemeral[];
}

export interface PersonOptions {
  readonly world: World;
  readonly app: AppRecord;
  readonly user: User;
  readonly bring: Bring;
}

const tsOf = (thread: Message | string): string =>
  typeof thread === 'string' ? thread : (thread.threadTs ?? thread.ts);

function createSpeech({ world, user }: PersonOptions) {
  const placeOf = (id: string) => {
    const channel = world.channels.get(id);
    if (!channel?.members.has(user.id)) throw new Error(`${user.name} is not in ${id}`);
    return channel;
  };
  const own = (message: Message): Message => {
    const now = messageAt(world, message.channel, message.ts);
    if (!now || now.user !== user.id)
      throw new Error(`${user.name} has no such message: ${message.ts} "${message.text}"`);
    return now;
  };
  const say: Person['post'] = (channel, { thread, text = '', files = [], plain, stubs = false, broadcast }) => {
    placeOf(channel);
    if (thread !== undefined && !messageAt(world, channel, tsOf(thread))) throw new Error(`no thread ${tsOf(thread)}`);
    const stored = files.map((file) => ({
      ...storedFrom(world, user, file),
      ...(file.address && { address: file.address }),
    }));
    for (const file of stored) world.files.set(file.id, file);
    const subtype = broadcast ? 'thread_broadcast' : files.length > 0 && !plain ? 'file_share' : undefined;
    return post(world, {
      channel,
      user: user.id,
      text,
      blocks: [],
      files: stored.map(({ id }) => id),
      stubs,
      ...(thread !== undefined && { threadTs: tsOf(thread) }),
      ...(subtype && { subtype }),
    });
  };
  return {
    placeOf,
    post: say,
    mention: (channel: string, thread: Message | string | undefined, text: string): Message =>
      say(channel, {
        text: `<@${installedIn(world, user.team)?.botUser}> ${text}`,
        ...(thread !== undefined && { thread }),
      }),
    edit: (message: Message, text: string): Message => change(world, own(message), { text, edited: true }),
    delete: (message: Message): void => remove(world, own(message)),
    deleteFile: (id: string): void => {
      if (world.files.get(id)?.user !== user.id) throw new Error(`${user.name} has no file ${id}`);
      removeFile(world, id);
    },
  };
}

/** Slack tells the person when an app does not answer; the test is told by `faults`. */
function outcomeOf({ world, user }: PersonOptions, what: string, reply: Reply): Outcome {
  if (reply.type === 'acknowledged') return { ok: true };
  const error = reply.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  world.faults.push(
    `${what} of ${user.name} came to nothing: ${error} (${reply.reason}${reply.detail ? `, ${reply.detail}` : ''})`,
  );
  world.changed();
  return { ok: false, error };
}

/** An acknowledgement may carry nothing, as an empty body or an empty object. */
const hasWords = (body: unknown): boolean =>
  isFields(body) ? Object.keys(body).length > 0 : body !== undefined && body !== '';

function createActions(options: PersonOptions, placeOf: (channel: string) => unknown) {
  const { world, user, bring } = options;
  const blocksNow = (on: Message | Ephemeral, stale: boolean) => {
    if (stale) return on.blocks;
    const current =
      'shown' in on
        ? world.ephemerals.find(({ ts, user: id }) => ts === on.ts && id === user.id)
        : messageAt(world, on.channel, on.ts);
    if (!current) throw new Error(`the message ${on.ts} is not there any more`);
    return current.blocks;
  };
  const click: Person['click'] = async (on, label, { nth, stale = false } = {}) => {
    placeOf(on.channel);
    const control = pick(controlsIn(blocksNow(on, stale)), label, nth);
    return outcomeOf(
      options,
      `pressing "${label}"`,
      await bring('interactive', pressPayload(options, on, control.action)),
    );
  };
  const command: Person['command'] = async (channel, name, text = '') => {
    placeOf(channel);
    const found = world.channels.get(channel);
    if (!found || !installedIn(world, user.team)?.scopes.includes('commands'))
      throw new Error(`no command ${name} here`);
    const reply = await bring('slash_commands', commandPayload(options, found, name, text));
    if (reply.type === 'acknowledged' && hasWords(reply.body)) {
      const problem = sayBack(world, { channel, user: user.id, team: user.team }, reply.body);
      if (problem !== undefined) world.faults.push(`${name} was acknowledged with what Slack refuses: ${problem}`);
    }
    return outcomeOf(options, `${name} ${text}`.trim(), reply);
  };
  const shortcut: Person['shortcut'] = async (callbackId, message) => {
    placeOf(message.channel);
    const now = messageAt(world, message.channel, message.ts);
    if (!now) throw new Error(`the message ${message.ts} is not there any more`);
    return outcomeOf(
      options,
      `shortcut ${callbackId}`,
      await bring('interactive', shortcutPayload(options, callbackId, now)),
    );
  };
  return { click, command, shortcut };
}

export function createPerson(options: PersonOptions): Person {
  const { world, user, bring } = options;
  const { placeOf, ...speech } = createSpeech(options);
  const acting = { world, app: options.app, user };
  return {
    id: user.id,
    name: user.name,
    team: user.team,
    locale: user.locale,
    isAdmin: user.isAdmin,
    ...speech,
    ...createActions(options, placeOf),
    get view() {
      return screenOf(acting);
    },
    fill: (entries) => fillIn(acting, bring, entries),
    submit: async () => {
      const submitted = await submitTop(acting, bring);
      if (submitted.type === 'failed') world.faults.push(`sending a modal of ${user.name} failed: ${submitted.reason}`);
      world.changed();
      return submitted;
    },
    close: () => closeModal(acting, bring, false),
    closeAll: () => closeModal(acting, bring, true),
    press: async (label, { nth } = {}) => {
      const at = stackOf(world, user.id).length;
      return outcomeOf(options, `pressing "${label}" in modal ${at}`, await pressInModal(acting, bring, label, nth));
    },
    ephemerals: (channel) =>
      world.ephemerals.filter(
        (known) => known.user === user.id && known.shown && (channel ?? known.channel) === known.channel,
      ),
  };
}

/** The words to press in a message, in their order. */
export const buttons = ({ blocks }: Message | Ephemeral): string[] =>
  controlsIn(listOf(blocks)).map(({ label }) => label);
