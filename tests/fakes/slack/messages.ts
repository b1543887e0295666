// Messages as they stand in channels: posted, changed, deleted, and told of to the app in the way the Events API does.
import { fileObject, fileStub } from './files.ts';
import type { Fields } from './json.ts';
import { installedIn, type Message, messageAt, messageKey, repliesTo, type World } from './world.ts';

/** As an event or an answer carries it. */
export function messageFields(world: World, message: Message, stubs: boolean = false): Fields {
  const files = message.files.map((id) => world.files.get(id)).filter((file) => file !== undefined);
  const { user, ts, text, botId, threadTs, blocks } = message;
  const replies = repliesTo(world, message.channel, ts);
  const isRoot = threadTs === undefined || threadTs === ts;
  const team = world.channels.get(message.channel)?.team;
  return {
    type: 'message',
    user,
    ts,
    text,
    team,
    ...(botId && { bot_id: botId, app_id: 'A0FAKE' }),
    ...(message.subtype && { subtype: message.subtype }),
    ...(blocks.length > 0 && { blocks }),
    ...(files.length > 0 && {
      files: files.map((file) => (stubs ? fileStub(file) : fileObject(world, file))),
      upload: false,
      display_as_bot: false,
    }),
    ...(message.edited && { edited: { user, ts } }),
    ...(!isRoot && { thread_ts: threadTs, parent_user_id: messageAt(world, message.channel, threadTs)?.user }),
    ...(isRoot &&
      replies.length > 0 && { thread_ts: ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }),
  };
}

/** Tells the app, where it is a member and has the scope; without a scope named, that of reading along. */
function tell(world: World, id: string, event: Fields, scope?: string): void {
  const channel = world.channels.get(id);
  const installation = channel && installedIn(world, channel.team);
  if (!installation || !channel.members.has(installation.botUser)) return;
  // Nobody subscribes to `message.im`.
  if (channel.isDirect) return;
  const history = channel.isPrivate ? 'groups:history' : 'channels:history';
  if (!installation.scopes.includes(scope ?? history)) return;
  const type = channel.isPrivate ? 'group' : 'channel';
  world.announce(channel.team, { ...event, channel: id, event_ts: event['ts'], channel_type: type });
}

export interface Posting extends Omit<Message, 'ts'> {
  /** Files are named but not described. */
  readonly stubs?: boolean;
}

export function post(world: World, { stubs = false, ...posting }: Posting): Message {
  const message: Message = { ...posting, ts: world.timestamp() };
  world.messages.set(messageKey(message.channel, message.ts), message);
  for (const id of message.files) {
    const file = world.files.get(id);
    const share = { channel: message.channel, ts: message.ts, ...(message.threadTs && { threadTs: message.threadTs }) };
    if (file) world.files.set(id, { ...file, shares: [...file.shares, share] });
  }
  tell(world, message.channel, messageFields(world, message, stubs));
  const installation = installedIn(world, world.channels.get(message.channel)?.team ?? '');
  if (installation && message.user !== installation.botUser && message.text.includes(`<@${installation.botUser}>`)) {
    const mention = { ...messageFields(world, message, stubs), type: 'app_mention', subtype: undefined };
    tell(world, message.channel, mention, 'app_mentions:read');
  }
  world.changed();
  return message;
}

export function change(world: World, before: Message, to: Partial<Message>): Message {
  const message: Message = { ...before, ...to };
  world.messages.set(messageKey(message.channel, message.ts), message);
  tell(world, message.channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts: world.timestamp(),
    message: messageFields(world, message),
    previous_message: messageFields(world, before),
  });
  world.changed();
  return message;
}

export function remove(world: World, message: Message): void {
  world.messages.delete(messageKey(message.channel, message.ts));
  tell(world, message.channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: world.timestamp(),
    deleted_ts: message.ts,
    previous_message: messageFields(world, message),
  });
  world.changed();
}

/** The file goes, and with it its place in every message; a message of nothing else goes too. */
export function removeFile(world: World, id: string): void {
  const file = world.files.get(id);
  if (!file) return;
  const holders = [...world.messages.values()].filter(({ files }) => files.includes(id));
  world.files.delete(id);
  for (const message of holders) {
    const files = message.files.filter((other) => other !== id);
    if (files.length === 0 && message.text === '' && message.blocks.length === 0) remove(world, message);
    else change(world, message, { files });
  }
  const event = { type: 'file_deleted', file_id: id, event_ts: world.timestamp() };
  if (installedIn(world, file.team)?.scopes.includes('files:read')) world.announce(file.team, event);
  world.changed();
}
