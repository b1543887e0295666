// What a person sets about, one by one: what Discord sends when they do it, or why their client does not let them.
import { may, permissionsIn, sees } from './access.ts';
import { commandData, findOffered, type OptionValues, type Typist } from './command-line.ts';
import type { Upload } from './files.ts';
import type { Opening } from './interactions.ts';
import { deleteMessage, editMessage, writeMessage } from './messages.ts';
import { describeModal, type FieldValue, fillModal, type SeenModal } from './modal.ts';
import { CHANNEL, type Channel, type Message } from './model.ts';
import { sendBit } from './permissions.ts';
import { pressData, type SelectWish, selectData } from './press.ts';
import { ClientRefuses } from './reaction.ts';
import { addToThread, wake } from './threads.ts';
import type { Until } from './until.ts';
import { MOST_FILE } from './validate-message.ts';
import { viewMessage } from './view.ts';
import { guildOf, known, memberOf, type World } from './world.ts';

export interface Post {
  readonly content?: string;
  readonly files?: readonly Upload[];
  /** A message that this answers, pinging its author. */
  readonly replyTo?: Message;
}

export interface Press {
  /** Press what the message showed when it was read, even if it has changed since. */
  readonly asSeen?: boolean;
}

export interface Self {
  readonly world: World;
  readonly until: Until;
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly guildId: string;
}

const refuse = (why: string): never => {
  throw new ClientRefuses(why);
};

export function visible({ world, id, name }: Self, place: string): Channel {
  const channel = known(world.channels.get(place), `channel ${place}`);
  return sees(world, channel, id) ? channel : refuse(`${name} does not see #${channel.name}.`);
}

const limitOf = ({ world, id }: Self, channel: Channel): number =>
  Math.max(MOST_FILE, guildOf(world, channel).uploadLimit, world.uploadLimits.get(id) ?? 0);

export function post(self: Self, place: string, { content = '', files = [], replyTo }: Post): Message {
  const { world, id, name } = self;
  const channel = visible(self, place);
  const author = known(memberOf(world, channel, id), name).user;
  const manages = may(world, channel, id, 'MANAGE_THREADS');
  if (!(permissionsIn(world, channel, id) & sendBit(channel)))
    refuse(`${name} may not send messages in #${channel.name}.`);
  if (files.length > 0 && !may(world, channel, id, 'ATTACH_FILES'))
    refuse(`${name} may not attach files in #${channel.name}.`);
  if (channel.thread?.locked && !manages) refuse(`#${channel.name} is locked.`);
  const large = files.find(({ bytes }) => bytes.byteLength > limitOf(self, channel));
  if (large) refuse(`"${large.name}" is too large for ${name}.`);
  if (files.length > 10) refuse(`At most 10 files go with one message, not ${files.length}.`);
  const fields = { content, ...(replyTo ? { message_reference: { message_id: replyTo.id } } : {}) };
  const draft = { fields, files: new Map(files.entries()), path: [] };
  if (channel.thread) addToThread(world, channel.id, author);
  const awake = wake(world, known(world.channels.get(place), 'this channel'));
  return writeMessage(world, { channel: awake, author, draft, uploadLimit: limitOf(self, channel) });
}

function current(self: Self, message: Message): Message {
  visible(self, message.channelId);
  const now = self.world.messages.get(message.id);
  if (!now || (now.onlyFor !== undefined && now.onlyFor !== self.id))
    return refuse('This message is not there any more.');
  return now;
}

const typistAt = (self: Self, channel: Channel): Typist => {
  const permissions = permissionsIn(self.world, channel, self.id);
  if (!may(self.world, channel, self.id, 'USE_APPLICATION_COMMANDS')) refuse(`${self.name} may not use commands.`);
  if (channel.thread?.archived) refuse(`#${channel.name} is archived: commands do not work there.`);
  return { world: self.world, guildId: channel.guildId, locale: self.locale, permissions };
};

const firstChannel = ({ world, guildId }: Self): string =>
  known(
    [...world.channels.values()].find((channel) => channel.guildId === guildId && channel.type === CHANNEL.text),
    'a channel',
  ).id;

export type Doing = Omit<Opening, 'personId' | 'locale'>;

export function typing(self: Self, line: string, options: OptionValues, place = firstChannel(self)): Doing {
  const channel = visible(self, place);
  const data = commandData(typistAt(self, channel), line, options);
  return { type: 2, name: `${self.name} typing ${line}`, channelId: place, data };
}

/** A command of the message menu. */
export function choosing(self: Self, command: string, message: Message): Doing {
  const { id: target_id } = current(self, message);
  const channel = visible(self, message.channelId);
  const { id, name } = findOffered(typistAt(self, channel), 3, command);
  const resolved = { messages: { [target_id]: viewMessage(self.world, current(self, message), true) } };
  const data = { id, name, type: 3, guild_id: channel.guildId, target_id, resolved };
  return { type: 2, name: `${self.name} choosing ${command}`, channelId: channel.id, isMenu: true, data };
}

const press = ({ name }: Self, { id, channelId }: Message, what: string, data: Opening['data']): Doing => ({
  type: 3,
  name: `${name} pressing ${what}`,
  channelId,
  sourceId: id,
  data,
});

const looked = (self: Self, message: Message, { asSeen = false }: Press): Message =>
  asSeen ? message : current(self, message);

export const clicking = (self: Self, message: Message, button: string, how: Press): Doing =>
  press(self, message, `[${button}]`, pressData(looked(self, message, how), button));

export function selecting(self: Self, message: Message, choices: readonly string[], how: SelectWish & Press): Doing {
  const data = selectData(self.world, looked(self, message, how), choices, how);
  return press(self, message, `<${choices.join(', ')}>`, data);
}

export interface OpenModal {
  readonly seen: SeenModal;
  readonly channelId: string;
  readonly sourceId: string | undefined;
}

export function submitting(self: Self, modal: OpenModal, values: Readonly<Record<string, FieldValue>>): Doing {
  const { world, id: personId, name } = self;
  const { seen, channelId, sourceId } = modal;
  const limit = limitOf(self, known(world.channels.get(channelId), 'this channel'));
  const { components, attachments } = fillModal(seen, values, { world, personId, limit });
  const data = { custom_id: seen.customId, components, resolved: { attachments } };
  const source = sourceId === undefined ? {} : { sourceId };
  return { type: 5, name: `${name} submitting ${describeModal(seen)}`, channelId, ...source, data };
}

/** One file out of a message that keeps the others. */
export function takingOut(self: Self, message: Message, filename: string): void {
  const { world, id, name } = self;
  const now = current(self, message);
  if (now.author.id !== id) refuse(`${name} may not change this message.`);
  const attachments = now.attachments.filter((each) => each.filename !== filename).map((each) => ({ id: each.id }));
  if (attachments.length === now.attachments.length) refuse(`This message has no ${filename}.`);
  editMessage(world, visible(self, now.channelId), now, { fields: { attachments }, files: new Map(), path: [] });
}

export function deleting(self: Self, message: Message): void {
  const { world, id, name } = self;
  const now = current(self, message);
  const channel = visible(self, now.channelId);
  const allowed = now.author.id === id || now.onlyFor === id || may(world, channel, id, 'MANAGE_MESSAGES');
  if (!allowed) refuse(`${name} may not delete this message.`);
  deleteMessage(world, now);
}
