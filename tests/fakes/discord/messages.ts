// Writing, editing and deleting messages, whoever does it: limits first, then the change, then what the gateway tells.
// Whether somebody may do it at all is asked before, elsewhere.
import { may, permissionsIn } from './access.ts';
import { type Fields, isFields, isGiven, listOf, numberOr, type Path, type Problem, problem } from './check.ts';
import { demand, fault } from './faults.ts';
import { keepFile, type Upload } from './files.ts';
import { numberComponents, tieMedia } from './media.ts';
import { pingsOf } from './mentions.ts';
import { type Attachment, type Channel, type Component, type Embed, FLAG, type Message, type User } from './model.ts';
import { demandSomething, MOST_FILE, validateMessage } from './validate-message.ts';
import { viewMember, viewMessage } from './view.ts';
import { guildOf, INTENT, memberOf, time, type World } from './world.ts';

/** What is to be written, as it came over the wire. */
export interface Draft {
  readonly fields: Fields;
  /** By their number in `files[n]`. */
  readonly files: ReadonlyMap<number, Upload>;
  /** Where the fields stand in the request. */
  readonly path: Path;
}

export interface Writing {
  readonly channel: Channel;
  readonly author: User;
  readonly draft: Draft;
  readonly type?: number;
  readonly flags?: number;
  readonly onlyFor?: string;
  readonly interaction?: Message['interaction'];
  /** Bytes for one file, where the person is allowed more than the server allows. */
  readonly uploadLimit?: number;
}

const dataOf = (world: World, message: Message) => (content: boolean) => {
  const channel = world.channels.get(message.channelId);
  const member = channel && memberOf(world, channel, message.author.id);
  return {
    ...viewMessage(world, message, content),
    guild_id: channel?.guildId,
    ...(member && !message.interaction ? { member: viewMember(member) } : {}),
  };
};

function tell(world: World, name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  const { channelId } = message;
  if (message.onlyFor !== undefined) world.changed();
  else world.emit({ name, intent: INTENT.guildMessages, channelId, data: dataOf(world, message) });
}

interface Attached {
  readonly attachments: readonly Attachment[];
  readonly problems: readonly Problem[];
}

/** New files and those that stay. What is not listed goes, once anything is listed. */
function attach(
  world: World,
  channel: Channel,
  draft: Draft,
  before: Message | undefined,
  ephemeral: boolean,
): Attached {
  const { fields, files, path } = draft;
  const listed = fields['attachments'];
  const entries = listOf(listed).filter(isFields);
  const problems: Problem[] = [];
  const taken = new Set<number>();
  const keep = (index: number, upload: Upload, entry: Fields): Attachment => {
    taken.add(index);
    const description = typeof entry['description'] === 'string' ? entry['description'] : '';
    const name = typeof entry['filename'] === 'string' ? entry['filename'] : upload.name;
    const title = typeof entry['title'] === 'string' ? entry['title'] : '';
    return keepFile({ world, upload: { ...upload, name }, folder: channel.id, ephemeral, description, title });
  };
  const named = entries.flatMap((entry, at) => {
    const id = String(entry['id']);
    const stays = before?.attachments.find((attachment) => attachment.id === id);
    if (stays)
      return [typeof entry['description'] === 'string' ? { ...stays, description: entry['description'] } : stays];
    const upload = /^\d$/.test(id) ? files.get(Number(id)) : undefined;
    if (upload) return [keep(Number(id), upload, entry)];
    problems.push(
      ...problem([...path, 'attachments', at, 'id'], 'ATTACHMENT_NOT_FOUND', `No file or attachment "${id}".`),
    );
    return [];
  });
  const unnamed = [...files].filter(([index]) => !taken.has(index)).map(([index, upload]) => keep(index, upload, {}));
  const stay = isGiven(listed) ? [] : (before?.attachments ?? []);
  return { attachments: [...stay, ...named, ...unnamed], problems };
}

const countAfter = ({ fields, files }: Draft, before: Message | undefined): number => {
  const stay = listOf(fields['attachments']).filter((entry) => isFields(entry) && !/^\d$/.test(String(entry['id'])));
  return files.size + (isGiven(fields['attachments']) ? stay.length : (before?.attachments.length ?? 0));
};

interface Body {
  readonly attachments: readonly Attachment[];
  readonly components: readonly Component[];
  readonly embeds: readonly Embed[];
}

/** @throws Fault with everything that Discord would object to. */
function checkedBody(world: World, writing: Writing, before: Message | undefined, onlyFor: string | undefined): Body {
  const { draft, channel } = writing;
  const { fields, files, path } = draft;
  const sizes = [...files.values()].map(({ bytes }) => ({ size: bytes.byteLength }));
  const uploadLimit = Math.max(MOST_FILE, guildOf(world, channel).uploadLimit, writing.uploadLimit ?? 0);
  demand(
    validateMessage({ draft: fields, before, files: sizes, attachments: countAfter(draft, before), uploadLimit, path }),
  );
  const { attachments, problems } = attach(world, channel, draft, before, onlyFor !== undefined);
  const parts = { components: fields['components'], embeds: fields['embeds'] };
  const tied = tieMedia(parts, attachments, path);
  demand([...problems, ...tied.problems]);
  const { components, embeds } = tied.value as { components?: readonly Component[]; embeds?: readonly Embed[] };
  return {
    attachments,
    components: isGiven(components)
      ? numberComponents(components ?? [])
      : keptWhenAbsent(fields, 'components', before?.components),
    embeds: isGiven(embeds) ? (embeds ?? []) : keptWhenAbsent(fields, 'embeds', before?.embeds),
  };
}

/** An edit keeps what it does not name; null clears. */
const keptWhenAbsent = <T>(fields: Fields, name: string, before: readonly T[] | undefined): readonly T[] =>
  fields[name] === null ? [] : (before ?? []);

const contentAfter = (fields: Fields, before: string): string =>
  fields['content'] === undefined ? before : String(fields['content'] ?? '').trim();

function pings(world: World, channel: Channel, author: User, message: Message, fields: Fields) {
  const target = message.repliesTo === undefined ? undefined : world.messages.get(message.repliesTo);
  return pingsOf({
    content: message.content,
    components: message.components,
    allowed: fields['allowed_mentions'],
    mayMentionEveryone: may(world, channel, author.id, 'MENTION_EVERYONE'),
    repliesTo: target?.author.id,
  });
}

function repliedTo(world: World, channel: Channel, { fields, path }: Draft): string | undefined {
  const reference = fields['message_reference'];
  if (!isFields(reference)) return undefined;
  const id = String(reference['message_id']);
  if (world.messages.get(id)?.channelId === channel.id) return id;
  if (reference['fail_if_not_exists'] === false) return undefined;
  demand(problem([...path, 'message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message'));
  return undefined;
}

/** Marks of a person are read, marks of a service's own making are not taken from outside. */
const SETTABLE = FLAG.ephemeral | FLAG.v2 | FLAG.silent | 4;

export function writeMessage(world: World, writing: Writing): Message {
  const { channel, author, draft, onlyFor } = writing;
  const body = checkedBody(world, writing, undefined, onlyFor);
  const repliesTo = repliedTo(world, channel, draft);
  const flags = (numberOr(draft.fields['flags'], 0) & SETTABLE) | (writing.flags ?? 0);
  const nonce = draft.fields['nonce'];
  const blank: Message = {
    id: world.nextId(),
    channelId: channel.id,
    author,
    type: writing.type ?? (repliesTo === undefined ? 0 : 19),
    content: contentAfter(draft.fields, ''),
    flags,
    ...body,
    timestamp: time(world),
    editedAt: null,
    repliesTo,
    pinged: [],
    mentions: [],
    nonce: typeof nonce === 'string' || typeof nonce === 'number' ? nonce : undefined,
    onlyFor,
    interaction: writing.interaction,
    reactions: [],
  };
  if (!(flags & FLAG.loading) && (writing.type ?? 0) !== 18) demandSomething(blank);
  return publish(world, channel, { ...blank, ...pings(world, channel, author, blank, draft.fields) });
}

/** Puts a message there and says so; a channel remembers its latest. */
export function publish(world: World, channel: Channel, message: Message): Message {
  world.messages.set(message.id, message);
  const current = world.channels.get(channel.id) ?? channel;
  if (message.onlyFor === undefined) world.channels.set(channel.id, { ...current, lastMessageId: message.id });
  tell(world, 'MESSAGE_CREATE', message);
  return message;
}

/** Editing pings nobody. */
export function editMessage(world: World, channel: Channel, before: Message, draft: Draft): Message {
  const body = checkedBody(world, { channel, author: before.author, draft }, before, before.onlyFor);
  const flags = (before.flags & ~FLAG.loading) | (numberOr(draft.fields['flags'], 0) & FLAG.v2);
  const after: Message = {
    ...before,
    ...body,
    flags,
    content: contentAfter(draft.fields, before.content),
    editedAt: time(world),
  };
  demandSomething(after);
  for (const { id } of before.attachments) {
    if (!after.attachments.some((attachment) => attachment.id === id)) world.files.delete(id);
  }
  world.messages.set(after.id, after);
  tell(world, 'MESSAGE_UPDATE', after);
  return after;
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message.id);
  for (const { id } of message.attachments) world.files.delete(id);
  const channel = world.channels.get(message.channelId);
  const data = { id: message.id, channel_id: message.channelId, guild_id: channel?.guildId };
  if (message.onlyFor !== undefined) world.changed();
  else
    world.emit({
      name: 'MESSAGE_DELETE',
      intent: INTENT.guildMessages,
      channelId: message.channelId,
      data: () => data,
    });
}

/** A line of Discord's own: who was added to a thread, what it was renamed to. */
export function writeLine(
  world: World,
  channel: Channel,
  type: number,
  author: User,
  content = '',
  mentions: readonly string[] = [],
): void {
  const line: Message = {
    id: world.nextId(),
    channelId: channel.id,
    author,
    type,
    content,
    flags: 0,
    embeds: [],
    components: [],
    attachments: [],
    timestamp: time(world),
    editedAt: null,
    repliesTo: undefined,
    pinged: [],
    mentions,
    nonce: undefined,
    onlyFor: undefined,
    interaction: undefined,
    reactions: [],
  };
  publish(world, channel, line);
}

/** The messages of a channel that a person sees, oldest first. Without a person: those that are there for everyone. */
export function messagesOf(world: World, channelId: string, personId?: string): readonly Message[] {
  return [...world.messages.values()].filter(
    (message) => message.channelId === channelId && (message.onlyFor === undefined || message.onlyFor === personId),
  );
}

/** @throws Fault where the channel of the bot is closed to it. */
export function demandOpen(channel: Channel): void {
  if (channel.thread?.archived) throw fault(50083);
}

export const permissionsText = (world: World, channel: Channel, userId: string): string =>
  String(permissionsIn(world, channel, userId));
