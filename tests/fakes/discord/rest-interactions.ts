// REST of interactions: the first answer within three seconds, then the webhook of its token for fifteen minutes.
import { choice, type Fields, isGiven, numberOr, type Path, problem } from './check.ts';
import { demand, fault } from './faults.ts';
import { isExpired, isLate } from './interactions.ts';
import { type Draft, deleteMessage, editMessage, writeMessage } from './messages.ts';
import { FLAG, type Message } from './model.ts';
import { type Call, fieldsOf, type Route } from './requests.ts';
import { wake } from './threads.ts';
import { validateModal } from './validate-modal.ts';
import { viewMessage } from './view.ts';
import { type Interaction, type InteractionAnswer, known, type World } from './world.ts';

const ANSWER = { message: 4, thinking: 5, later: 6, update: 7, modal: 9 } as const;

/** Which answers there are: a modal does not follow a modal, and only what has a message can update it. */
function answersTo({ type, sourceId }: Interaction): readonly number[] {
  return [
    ANSWER.message,
    ANSWER.thinking,
    ...(sourceId === undefined ? [] : [ANSWER.later, ANSWER.update]),
    ...(type === 5 ? [] : [ANSWER.modal]),
  ];
}

const channelOf = (world: World, { channelId }: Interaction) => {
  const channel = world.channels.get(channelId);
  if (!channel) throw fault(10003);
  return channel;
};

function sourceOf(world: World, { sourceId }: Interaction): Message {
  const message = world.messages.get(sourceId ?? '');
  if (!message) throw fault(10008);
  return message;
}

function draftIn(call: Call, fields: Fields, path: Path): Draft {
  return { fields, files: call.files, path };
}

/** Discord's types of messages that answer a command. */
const messageType = ({ type, isMenu }: Interaction): number => (type !== 2 ? 0 : isMenu ? 23 : 20);

function answerMessage(world: World, interaction: Interaction, draft: Draft, flags = 0): Message {
  const given = numberOr(draft.fields['flags'], 0) | flags;
  const onlyFor = given & FLAG.ephemeral ? { onlyFor: interaction.personId } : {};
  const { id, type, personId } = interaction;
  return writeMessage(world, {
    channel: wake(world, channelOf(world, interaction)),
    author: world.bot,
    draft,
    flags,
    type: messageType(interaction),
    interaction: { id, type, userId: personId },
    uploadLimit: world.uploadLimits.get(personId) ?? 0,
    ...onlyFor,
  });
}

function answerThinking(world: World, interaction: Interaction, data: Fields): Message {
  const flags = numberOr(data['flags'], 0);
  if (flags & ~FLAG.ephemeral) {
    demand(
      problem(['data', 'flags'], 'INTERACTION_CALLBACK_FLAGS', 'Only EPHEMERAL may be set on a deferred response.'),
    );
  }
  const draft: Draft = { fields: { flags }, files: new Map(), path: ['data'] };
  return answerMessage(world, interaction, draft, FLAG.loading);
}

function answer(call: Call, interaction: Interaction): InteractionAnswer {
  const { world, fields } = call;
  const type = Number(fields['type']);
  demand(choice(...answersTo(interaction))(type, ['type']));
  const data = isGiven(fields['data']) ? fieldsOf(fields['data']) : {};
  const none = { type, messageId: undefined, modal: undefined };
  if (type === ANSWER.modal) {
    demand(validateModal(fields['data']));
    return { ...none, modal: data };
  }
  if (type === ANSWER.later) return { ...none, messageId: interaction.sourceId };
  if (type === ANSWER.thinking) return { ...none, messageId: answerThinking(world, interaction, data).id };
  const draft = draftIn(call, data, ['data']);
  if (type === ANSWER.message) return { ...none, messageId: answerMessage(world, interaction, draft).id };
  const source = sourceOf(world, interaction);
  return { ...none, messageId: editMessage(world, channelOf(world, interaction), source, draft).id };
}

function callback(call: Call): unknown {
  const { world } = call;
  const interaction = world.interactions.get(call.param('interaction'));
  if (!interaction || interaction.token !== call.param('token')) throw fault(10062);
  if (interaction.answer) throw fault(40060);
  if (isLate(world, interaction)) throw fault(10062);
  const given = answer(call, interaction);
  world.interactions.set(interaction.id, { ...interaction, answer: given });
  world.changed();
  return call.query.get('with_response') === 'true' ? response(world, interaction, given) : undefined;
}

function response(world: World, interaction: Interaction, { type, messageId }: InteractionAnswer): object {
  const message = messageId === undefined ? undefined : world.messages.get(messageId);
  const isOwn = type === ANSWER.message || type === ANSWER.thinking;
  const about = {
    response_message_id: message?.id,
    response_message_loading: ((message?.flags ?? 0) & FLAG.loading) !== 0,
    response_message_ephemeral: message?.onlyFor !== undefined,
  };
  const shown = message && type !== ANSWER.later ? { message: viewMessage(world, message, true) } : {};
  return {
    interaction: { id: interaction.id, type: interaction.type, ...(message && isOwn ? about : {}) },
    resource: { type, ...shown },
  };
}

/** The interaction whose token this is, for as long as it works. */
function byToken(call: Call): Interaction & { readonly answer: InteractionAnswer } {
  const { world } = call;
  const found = [...world.interactions.values()].find(({ token }) => token === call.param('token'));
  if (!found || call.param('app') !== world.bot.id) throw fault(50027);
  if (isExpired(world, found)) throw fault(50027);
  if (!found.answer) throw fault(10015);
  return { ...found, answer: found.answer };
}

function messageOf(call: Call, interaction: Interaction & { readonly answer: InteractionAnswer }): Message {
  const { world } = call;
  const asked = call.param('message');
  const id = asked === '@original' ? interaction.answer.messageId : asked;
  const message = id === undefined ? undefined : world.messages.get(id);
  const own = message?.interaction?.id === interaction.id || message?.id === interaction.answer.messageId;
  if (!message || !own) throw fault(10008);
  return message;
}

function editAnswer(call: Call): unknown {
  const { world } = call;
  const interaction = byToken(call);
  const draft = draftIn(call, call.fields, []);
  return show(world, editMessage(world, channelOf(world, interaction), messageOf(call, interaction), draft));
}

const show = (world: World, message: Message): object => viewMessage(world, message, true);

/** The first follow-up of an answer that still says "thinking" takes its place. */
function followUp(call: Call): unknown {
  const { world } = call;
  const interaction = byToken(call);
  const draft = draftIn(call, call.fields, []);
  const first = world.messages.get(interaction.answer.messageId ?? '');
  const isThinking = interaction.answer.type === ANSWER.thinking && first && first.flags & FLAG.loading;
  if (isThinking) return show(world, editMessage(world, channelOf(world, interaction), first, draft));
  return show(world, answerMessage(world, interaction, draft));
}

function remove(call: Call): undefined {
  deleteMessage(call.world, messageOf(call, byToken(call)));
}

const WEBHOOK = '/webhooks/:app/:token';

export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, handle: callback },
  { method: 'POST', path: WEBHOOK, open: true, handle: followUp },
  {
    method: 'GET',
    path: `${WEBHOOK}/messages/:message`,
    open: true,
    handle: (call) => show(call.world, messageOf(call, byToken(call))),
  },
  { method: 'PATCH', path: `${WEBHOOK}/messages/:message`, open: true, handle: editAnswer },
  { method: 'DELETE', path: `${WEBHOOK}/messages/:message`, open: true, handle: remove },
];

/** What it was answered with; used by those who wait. */
export const answerOf = (world: World, id: string): InteractionAnswer | undefined =>
  known(world.interactions.get(id), `interaction ${id}`).answer;
