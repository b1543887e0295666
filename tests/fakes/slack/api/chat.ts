// `chat.*` and `reactions.add`: what the bot says, and the limits of saying it.
import { type Fields, fieldsOf, isFields, SlackFault, textOf } from '../json.ts';
import { change, messageFields, post, remove } from '../messages.ts';
import { withIds } from '../views.ts';
import { type Ephemeral, messageAt, repliesTo } from '../world.ts';
import { blocksOf, type Call, channelOf, type Methods, memberOf, needed, speakingIn, threadOf } from './method.ts';

const MOST_TEXT = 40_000;
const MOST_ATTACHMENTS = 100;
const MOST_TEXT_OF_UPDATE = 4000;

/** What is said, cut where Slack cuts it. */
function contentOf(call: Call): { text: string; blocks: ReturnType<typeof withIds> | undefined } {
  const text = textOf(call.args['text']);
  const blocks = blocksOf(call);
  const attachments = call.args['attachments'];
  if (!text && !blocks?.length && !(Array.isArray(attachments) && attachments.length > 0))
    throw new SlackFault('no_text');
  if (Array.isArray(attachments) && attachments.length > MOST_ATTACHMENTS) throw new SlackFault('too_many_attachments');
  return { text: (text ?? '').slice(0, MOST_TEXT), blocks: blocks && withIds(blocks) };
}

/** Kept with the message; Slack wants both parts of it. */
function metadataOf({ args }: Call): { readonly metadata?: Fields } {
  if (args['metadata'] === undefined) return {};
  const { event_type: type, event_payload: payload } = fieldsOf(args['metadata']);
  if (!textOf(type) || !isFields(payload)) throw new SlackFault('invalid_metadata_format');
  return { metadata: { event_type: type, event_payload: payload } };
}

function postMessage(call: Call) {
  const { world, args, installation } = call;
  const channel = speakingIn(call);
  const { text, blocks = [] } = contentOf(call);
  const root = threadOf(call, channel);
  const broadcast = args['reply_broadcast'] === true;
  const message = post(world, {
    channel: channel.id,
    user: installation.botUser,
    botId: installation.botId,
    text,
    blocks,
    files: [],
    ...(root && { threadTs: root.ts }),
    ...(root && broadcast && { subtype: 'thread_broadcast' }),
    ...metadataOf(call),
  });
  return { channel: channel.id, ts: message.ts, message: messageFields(world, message) };
}

/** A message of the bot itself. */
function own(call: Call, refusal: string) {
  const { world, args, installation } = call;
  const channel = channelOf(call, textOf(args['channel']));
  const message = messageAt(world, channel.id, needed(args, 'ts'));
  if (!message) throw new SlackFault('message_not_found');
  if (message.user !== installation.botUser) throw new SlackFault(refusal);
  return { channel, message };
}

function update(call: Call) {
  const { channel, message } = own(call, 'cant_update_message');
  if ((textOf(call.args['text']) ?? '').length > MOST_TEXT_OF_UPDATE) throw new SlackFault('msg_too_long');
  const { text, blocks } = contentOf(call);
  const given = call.args['text'] !== undefined;
  // Text alone removes the blocks; only such an edit is marked as one.
  const changed = change(call.world, message, {
    blocks: blocks ?? [],
    text: given ? text : message.text,
    ...(blocks ? {} : { edited: true }),
  });
  const { world } = call;
  return { channel: channel.id, ts: changed.ts, text: changed.text, message: messageFields(world, changed) };
}

function postEphemeral(call: Call) {
  const { world, args } = call;
  const channel = memberOf(call, textOf(args['channel']));
  const { text, blocks = [] } = contentOf(call);
  const user = needed(args, 'user');
  if (!channel.members.has(user)) throw new SlackFault('user_not_in_channel');
  const root = threadOf(call, channel);
  const ephemeral: Ephemeral = {
    channel: channel.id,
    ts: world.timestamp(),
    user,
    text,
    blocks,
    shown: !root || repliesTo(world, channel.id, root.ts).length > 0,
    ...(root && { threadTs: root.ts }),
  };
  world.ephemerals.push(ephemeral);
  world.changed();
  return { message_ts: ephemeral.ts };
}

export const chat: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], run: postMessage },
  'chat.update': { scopes: ['chat:write'], run: update },
  'chat.postEphemeral': { scopes: ['chat:write'], run: postEphemeral },
  'chat.delete': {
    scopes: ['chat:write'],
    run: (call) => {
      const { channel, message } = own(call, 'cant_delete_message');
      remove(call.world, message);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    run: (call) => {
      const channel = channelOf(call, textOf(call.args['channel']));
      const message = messageAt(call.world, channel.id, needed(call.args, 'message_ts'));
      if (!message) throw new SlackFault('message_not_found');
      const permalink = `${call.world.origin}/archives/${channel.id}/p${message.ts.replace('.', '')}`;
      return { channel: channel.id, permalink };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (call) => {
      const channel = memberOf(call, textOf(call.args['channel']));
      if (!/^[\w+'-]+$/.test(needed(call.args, 'name'))) throw new SlackFault('invalid_name');
      if (!messageAt(call.world, channel.id, needed(call.args, 'timestamp'))) throw new SlackFault('message_not_found');
      return fieldsOf({});
    },
  },
};
