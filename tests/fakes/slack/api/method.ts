// What a method of the Web API is made of here, and the questions that many of them ask: which channel, which thread, may the bot speak.
import { blockProblems } from '../blocks/blocks.ts';
import { fileProblemIn } from '../files.ts';
import { type Fields, faultWith, isFields, SlackFault, textOf } from '../json.ts';
import { type Channel, type Installation, type Message, messageAt, type World } from '../world.ts';

export interface Call {
  readonly world: World;
  readonly args: Fields;
  readonly installation: Installation;
}

export interface Method {
  /** All of them are needed. */
  readonly scopes: readonly string[];
  readonly run: (call: Call) => Fields;
}

export type Methods = Readonly<Record<string, Method>>;

export function needed(args: Fields, name: string): string {
  const value = textOf(args[name]);
  if (value === undefined || value === '')
    throw faultWith('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  return value;
}

/** A channel the bot may know of; a private one that it is not in does not exist for it. */
export function channelOf({ world, installation }: Call, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  const hidden = channel?.isPrivate && !channel.members.has(installation.botUser);
  if (!channel || hidden || channel.team !== installation.team) throw new SlackFault('channel_not_found');
  return channel;
}

/** A channel the bot may speak in. */
export function speakingIn(call: Call): Channel {
  const channel = channelOf(call, textOf(call.args['channel']));
  const isPublic = call.installation.scopes.includes('chat:write.public');
  if (!channel.members.has(call.installation.botUser) && !isPublic) throw new SlackFault('not_in_channel');
  return channel;
}

/** A channel the bot is in. */
export function memberOf(call: Call, id: string | undefined): Channel {
  const channel = channelOf(call, id);
  if (!channel.members.has(call.installation.botUser)) throw new SlackFault('not_in_channel');
  return channel;
}

/** The root that `thread_ts` names. Stricter than Slack is known to be: it has to be there, and to be no reply. */
export function threadOf({ world, args }: Call, channel: Channel): Message | undefined {
  const ts = textOf(args['thread_ts']);
  if (ts === undefined) return undefined;
  const root = messageAt(world, channel.id, ts);
  if (!root) throw new SlackFault('thread_not_found');
  if (root.threadTs !== undefined && root.threadTs !== ts) throw new SlackFault('cannot_reply_to_message');
  return root;
}

/** Blocks, checked. Absent is `undefined`; the form of a body says so by leaving them out. */
export function blocksOf({ world, args, installation }: Call): readonly Fields[] | undefined {
  const blocks = args['blocks'];
  if (blocks === undefined || blocks === null) return undefined;
  if (!Array.isArray(blocks)) throw new SlackFault('invalid_blocks_format');
  const problems = blockProblems(blocks, fileProblemIn(world, installation));
  if (problems.length > 0) throw faultWith('invalid_blocks', problems);
  return blocks.filter(isFields);
}
