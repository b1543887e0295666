// REST about messages: what the bot sends, edits, deletes, reads back.
import { channelFor, demandPermissions, may, messageIn, permissionsIn } from './access.ts';
import { isGiven, listOf, numberOr, list as rules, shape, snowflake, whole } from './check.ts';
import { olderFirst } from './clock.ts';
import { demand, fault } from './faults.ts';
import { deleteMessage, demandOpen, editMessage, messagesOf, writeMessage } from './messages.ts';
import { type Channel, FLAG, type Message } from './model.ts';
import { sendBit } from './permissions.ts';
import type { Call, Route } from './requests.ts';
import { wake } from './threads.ts';
import { viewMessage } from './view.ts';
import type { World } from './world.ts';

/** "The past few minutes." */
const NONCE_LIFETIME = 5 * 60_000;

const TWO_WEEKS = 14 * 24 * 60 * 60_000;

const show = (world: World, message: Message): object => viewMessage(world, message, world.settings.messageContent);

function draftOf(call: Call) {
  return { fields: call.fields, files: call.files, path: [] };
}

/** The message that this nonce has made already. */
function repeated({ world, fields }: Call, channel: Channel): Message | undefined {
  if (fields['enforce_nonce'] !== true || !isGiven(fields['nonce'])) return undefined;
  const known = world.nonces.get(`${channel.id} ${fields['nonce']}`);
  if (!known || known.at + NONCE_LIFETIME < world.clock.now()) return undefined;
  return world.messages.get(known.messageId);
}

function create(call: Call): unknown {
  const { world, fields } = call;
  const channel = channelFor(world, call.param('channel'));
  if (!(permissionsIn(world, channel, world.bot.id) & sendBit(channel))) throw fault(50013);
  if (call.files.size > 0) demandPermissions(world, channel, 'ATTACH_FILES');
  if (isGiven(fields['message_reference'])) demandPermissions(world, channel, 'READ_MESSAGE_HISTORY');
  if (channel.thread?.locked && !may(world, channel, world.bot.id, 'MANAGE_THREADS')) throw fault(160005);
  const existing = repeated(call, channel);
  if (existing) return show(world, existing);
  const draft = draftOf(call);
  const flags = numberOr(fields['flags'], 0) & ~FLAG.ephemeral;
  const asked = isGiven(fields['flags']) ? { ...fields, flags } : fields;
  const message = writeMessage(world, {
    channel: wake(world, channel),
    author: world.bot,
    draft: { ...draft, fields: asked },
  });
  if (message.nonce !== undefined) {
    world.nonces.set(`${channel.id} ${message.nonce}`, { messageId: message.id, at: world.clock.now() });
  }
  return show(world, message);
}

function edit(call: Call): unknown {
  const { world } = call;
  const channel = channelFor(world, call.param('channel'));
  const message = messageIn(world, channel, call.param('message'));
  if (message.author.id !== world.bot.id) throw fault(50005);
  demandOpen(channel);
  if (call.files.size > 0) demandPermissions(world, channel, 'ATTACH_FILES');
  return show(world, editMessage(world, channel, message, draftOf(call)));
}

function remove(call: Call): undefined {
  const { world } = call;
  const channel = channelFor(world, call.param('channel'));
  const message = messageIn(world, channel, call.param('message'));
  demandOpen(channel);
  if (message.author.id !== world.bot.id) demandPermissions(world, channel, 'MANAGE_MESSAGES');
  deleteMessage(world, message);
}

function one(call: Call): unknown {
  const channel = channelFor(call.world, call.param('channel'), 'READ_MESSAGE_HISTORY');
  return show(call.world, messageIn(call.world, channel, call.param('message')));
}

/** Newest first. */
function list(call: Call): unknown {
  const { world, query } = call;
  const channel = channelFor(world, call.param('channel'));
  const limit = query.get('limit') === null ? 50 : Number(query.get('limit'));
  demand(whole(1, 100)(limit, ['limit']));
  if (!may(world, channel, world.bot.id, 'READ_MESSAGE_HISTORY')) return [];
  const all = [...messagesOf(world, channel.id)].sort((a, b) => olderFirst(a.id, b.id));
  const after = query.get('after');
  const before = query.get('before');
  const kept = all.filter(
    ({ id }) => (after === null || olderFirst(id, after) > 0) && (before === null || olderFirst(id, before) < 0),
  );
  const page = after === null ? kept.slice(-limit) : kept.slice(0, limit);
  return page.reverse().map((message) => show(world, message));
}

function react(call: Call): undefined {
  const { world } = call;
  const channel = channelFor(world, call.param('channel'), 'READ_MESSAGE_HISTORY', 'ADD_REACTIONS');
  const message = messageIn(world, channel, call.param('message'));
  demandOpen(channel);
  const reactions = [...new Set([...message.reactions, call.param('emoji')])];
  world.messages.set(message.id, { ...message, reactions });
  world.changed();
}

function unreact(call: Call): undefined {
  const { world } = call;
  const channel = channelFor(world, call.param('channel'));
  const message = messageIn(world, channel, call.param('message'));
  const reactions = message.reactions.filter((emoji) => emoji !== call.param('emoji'));
  world.messages.set(message.id, { ...message, reactions });
  world.changed();
}

/** Many at once, none older than two weeks. */
function removeMany(call: Call): undefined {
  const { world, fields } = call;
  const channel = channelFor(world, call.param('channel'), 'MANAGE_MESSAGES');
  demand(shape({ messages: rules(snowflake, 2, 100) })(fields, []));
  for (const id of listOf(fields['messages'])) {
    const message = world.messages.get(String(id));
    if (!message || message.channelId !== channel.id || message.onlyFor !== undefined) continue;
    if (Date.parse(message.timestamp) + TWO_WEEKS < world.clock.now()) throw fault(50034);
    deleteMessage(world, message);
  }
}

const ONE = '/channels/:channel/messages/:message';
const REACTION = `${ONE}/reactions/:emoji/@me`;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: list },
  { method: 'POST', path: '/channels/:channel/messages', handle: create },
  { method: 'POST', path: '/channels/:channel/messages/bulk-delete', handle: removeMany },
  { method: 'GET', path: ONE, handle: one },
  { method: 'PATCH', path: ONE, handle: edit },
  { method: 'DELETE', path: ONE, handle: remove },
  { method: 'PUT', path: REACTION, handle: react },
  { method: 'DELETE', path: REACTION, handle: unreact },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    handle: (call) => {
      channelFor(call.world, call.param('channel'));
      return undefined;
    },
  },
];
