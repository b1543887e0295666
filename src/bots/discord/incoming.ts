// Discord's interactions and messages as what somebody wants. Pure: nothing is looked up, nothing is answered.
import type { Locale } from '../../story.ts';
import type { ClassAction } from '../classroom/actions.ts';
import type { ClassFormId } from '../classroom/form-ids.ts';
import type { Action } from '../conversation/actions.ts';
import type { Actor } from '../conversation/events.ts';
import type { FormId } from '../conversation/forms.ts';
import { MESSAGE_COMMAND, SLASH } from './commands.ts';
import { type Control, readControl, type View } from './ids.ts';
import { mergeSuggestions, readValues } from './modal-values.ts';
import { managesServer, readBits } from './permissions.ts';
import { type Attached, picturesOfForm, picturesOfMessage } from './pictures.ts';
import { COMMAND, INTERACTION, isThread, type WireInteraction, type WireMessage, type WireOption } from './wire.ts';

/** `thread` where it is about a book elsewhere; `channel` where it is about a class elsewhere. */
export type Wish =
  | { readonly type: 'start'; readonly title?: string; readonly who?: string }
  /** A message's pictures into a book: that of the thread, or a new one. */
  | { readonly type: 'take'; readonly pictures: readonly Attached[] }
  | { readonly type: 'command'; readonly action: Action }
  | { readonly type: 'press'; readonly action: Action; readonly view?: View; readonly thread?: string }
  | { readonly type: 'pick'; readonly view: 'scene' | 'page'; readonly scene: string; readonly thread?: string }
  | { readonly type: 'confirm'; readonly form: FormId; readonly thread?: string }
  | { readonly type: 'draft'; readonly draft: string; readonly action: Action; readonly thread?: string }
  | {
      readonly type: 'submit';
      readonly form: FormId;
      readonly scene?: string;
      readonly view?: View;
      readonly thread?: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'upload';
      readonly scene?: string;
      readonly view?: View;
      readonly thread?: string;
      readonly pictures: readonly Attached[];
    }
  | { readonly type: 'class'; readonly channel?: string; readonly action: ClassAction }
  | { readonly type: 'class-draft'; readonly channel: string; readonly draft: string; readonly action: ClassAction }
  | {
      readonly type: 'class-submit';
      readonly channel: string;
      readonly form: ClassFormId;
      readonly about?: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly type: 'enter'; readonly thread: string }
  | { readonly type: 'desk'; readonly channel: string }
  /** Something of an earlier version, or of nobody. */
  | { readonly type: 'unknown' };

/** An interaction, read. */
export interface Asked {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  /** The thread or channel that it happened in. */
  readonly channel: string;
  readonly channelType: number;
  /** The channel that the thread belongs to; absent outside of threads. */
  readonly parent?: string;
  readonly guild: string;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly wish: Wish;
  /** It came from a message that only this person sees. */
  readonly isPrivate: boolean;
  /** It came from a message of ours: a card, a book, a panel. */
  readonly fromMessage: boolean;
  readonly botMay: bigint;
  readonly personMay: bigint;
}

export const localeOf = (locale: string | undefined): Locale => (locale?.toLowerCase().startsWith('ko') ? 'ko' : 'en');

const COMMAND_ACTIONS: Readonly<Record<string, Action>> = {
  resume: { type: 'resume' },
  status: { type: 'status' },
  cancel: { type: 'cancel' },
  delete: { type: 'delete' },
  help: { type: 'help' },
};

const CLASS_ACTIONS: Readonly<Record<string, ClassAction>> = {
  classroom: { type: 'settings' },
  class: { type: 'roster', from: 0 },
  shelf: { type: 'shelf', from: 0 },
  anthology: { type: 'form', form: 'bind' },
};

const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function startWish(options: readonly WireOption[]): Wish {
  const given = (wanted: string): string | undefined => {
    const value = options.find(({ name }) => name === wanted)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const title = given('title');
  const who = given('who')?.trim();
  return { type: 'start', ...(title !== undefined && { title }), ...(who && { who }) };
}

function slashWish({ data }: WireInteraction): Wish {
  const [subcommand] = data?.options ?? [];
  if (data?.name !== SLASH || !subcommand) return { type: 'unknown' };
  if (subcommand.name === 'start') return startWish(subcommand.options ?? []);
  const ofClass = named(CLASS_ACTIONS, subcommand.name);
  if (ofClass) return { type: 'class', action: ofClass };
  const action = named(COMMAND_ACTIONS, subcommand.name);
  return action ? { type: 'command', action } : { type: 'unknown' };
}

function messageWish({ data, channel_id = '' }: WireInteraction): Wish {
  const message = data?.name === MESSAGE_COMMAND && data.target_id && data.resolved?.messages?.[data.target_id];
  if (!message) return { type: 'unknown' };
  return { type: 'take', pictures: picturesOfMessage({ ...message, channel_id: message.channel_id ?? channel_id }) };
}

function pressWish(control: Control | undefined, [chosen = '']: readonly string[]): Wish {
  switch (control?.type) {
    case 'press':
    case 'confirm':
    case 'draft':
    case 'class':
    case 'class-draft':
    case 'enter':
    case 'desk':
      return control;
    case 'pick':
      return { ...control, scene: chosen };
    case 'menu':
      return pressWish(readControl(chosen), []);
    default:
      return { type: 'unknown' };
  }
}

function formWish(interaction: WireInteraction): Wish {
  const { id, data } = interaction;
  const control = readControl(data?.custom_id ?? '');
  const read = readValues(data?.components ?? []);
  if (control?.type === 'class-form') return { ...control, type: 'class-submit', values: mergeSuggestions(read) };
  if (control?.type !== 'form') return { type: 'unknown' };
  const { type: _, form, ...about } = control;
  if (form === 'pictures') {
    const found = read.uploads.flatMap((upload) => data?.resolved?.attachments?.[upload] ?? []);
    return { type: 'upload', ...about, pictures: picturesOfForm(id, found) };
  }
  return { type: 'submit', form, ...about, values: mergeSuggestions(read) };
}

function wishOf(interaction: WireInteraction): Wish {
  const { type, data } = interaction;
  if (type === INTERACTION.modal) return formWish(interaction);
  if (type === INTERACTION.component) return pressWish(readControl(data?.custom_id ?? ''), data?.values ?? []);
  if (type !== INTERACTION.command) return { type: 'unknown' };
  return data?.type === COMMAND.message ? messageWish(interaction) : slashWish(interaction);
}

export interface Teachers {
  /** Ids of roles. */
  readonly roles: readonly string[];
}

/** Other channels have a parent, too: the heading that they stand under. */
function parentOf({ channel }: WireInteraction): Pick<Asked, 'parent'> {
  const parent = channel && isThread(channel.type) ? channel.parent_id : undefined;
  return parent ? { parent } : {};
}

/** `undefined` for what did not happen in a server. */
export function readInteraction(interaction: WireInteraction, teachers: Teachers): Asked | undefined {
  const { member, channel_id: channel, guild_id: guild, message } = interaction;
  if (!member?.user || channel === undefined || guild === undefined) return undefined;
  const personMay = readBits(member.permissions);
  const teacher = managesServer(personMay) || member.roles.some((role) => teachers.roles.includes(role));
  const locale = localeOf(interaction.locale);
  return {
    id: interaction.id,
    token: interaction.token,
    application: interaction.application_id,
    channel,
    channelType: interaction.channel?.type ?? -1,
    ...parentOf(interaction),
    guild,
    actor: { id: member.user.id, teacher, locale },
    locale,
    wish: wishOf(interaction),
    isPrivate: ((message?.flags ?? 0) & 64) !== 0,
    fromMessage: message !== undefined,
    botMay: readBits(interaction.app_permissions),
    personMay,
  };
}

const WRITTEN = [0, 19];

/** Whether a person has written it: no bot, and nothing that Discord itself says. */
export const isWritten = ({ author, webhook_id, type }: WireMessage): boolean =>
  !author.bot && webhook_id === undefined && WRITTEN.includes(type);
