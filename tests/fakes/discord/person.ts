// Somebody at a Discord client: types, presses and fills in only what is really there and allowed to them.
import { may, permissionsIn, sees } from './access.ts';
import { commandData, findOffered, type OptionValues, type Typist } from './command-line.ts';
import type { Upload } from './files.ts';
import type { Opening } from './interactions.ts';
import { deleteMessage, messagesOf, writeMessage } from './messages.ts';
import { describeModal, type FieldValue, fillModal, type SeenModal, seeModal } from './modal.ts';
import { CHANNEL, type Channel, type Message } from './model.ts';
import { sendBit } from './permissions.ts';
import { pressData, type SelectWish, selectData } from './press.ts';
import { act, ClientRefuses, type Reaction } from './reaction.ts';
import { answerOf } from './rest-interactions.ts';
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

export interface Person {
  readonly id: string;
  readonly name: string;
  /** `/storybook start` with its options by name, in a channel or thread (default: the first channel of the server). */
  readonly command: (line: string, options?: OptionValues, place?: string) => Promise<Reaction>;
  /** A command of the message menu. */
  readonly messageCommand: (name: string, message: Message) => Promise<Reaction>;
  /** @throws ClientRefuses */
  readonly post: (place: string, post: Post) => Message;
  readonly delete: (message: Message) => void;
  /** By what is written on the button, or its custom_id. */
  readonly click: (message: Message, button: string, press?: Press) => Promise<Reaction>;
  /** By what is written on the options (ids for people and roles). */
  readonly select: (message: Message, choices: readonly string[], wish?: SelectWish & Press) => Promise<Reaction>;
  /** What the bot has opened, until it is submitted or dismissed. */
  readonly modal: SeenModal | undefined;
  /** By label or custom_id; what is not named keeps what it held. Rejects with ClientRefuses, or NoAnswer: it stays open then. */
  readonly fill: (values: Readonly<Record<string, FieldValue>>) => { readonly submit: () => Promise<Reaction> };
  readonly dismiss: () => void;
  /** Everything this person sees in a channel, oldest first. */
  readonly messages: (place: string) => readonly Message[];
  /** What this person alone sees, anywhere or in one channel, oldest first. */
  readonly ephemerals: (place?: string) => readonly Message[];
  /** Threads that this person sees. */
  readonly threads: () => readonly Channel[];
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

function visible({ world, id, name }: Self, place: string): Channel {
  const channel = known(world.channels.get(place), `channel ${place}`);
  return sees(world, channel, id) ? channel : refuse(`${name} does not see #${channel.name}.`);
}

const limitOf = ({ world, id }: Self, channel: Channel): number =>
  Math.max(MOST_FILE, guildOf(world, channel).uploadLimit, world.uploadLimits.get(id) ?? 0);

function post(self: Self, place: string, { content = '', files = [], replyTo }: Post): Message {
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

type Doing = Omit<Opening, 'personId' | 'locale'>;

export function createPerson(self: Self): Person {
  const { world, until, id, name, locale } = self;
  let modal:
    | { readonly seen: SeenModal; readonly channelId: string; readonly sourceId: string | undefined }
    | undefined;

  const start = async (doing: Doing): Promise<Reaction> => {
    const reaction = await act(world, until, { ...doing, personId: id, locale });
    if (reaction.kind === 'modal') {
      const seen = seeModal(answerOf(world, reaction.interactionId)?.modal);
      modal = { seen, channelId: doing.channelId, sourceId: doing.sourceId };
    }
    return reaction;
  };
  const press = (message: Message, what: string, data: Opening['data']): Promise<Reaction> =>
    start({ type: 3, name: `${name} pressing ${what}`, channelId: message.channelId, sourceId: message.id, data });

  return {
    id,
    name,
    command: async (line, options = {}, place = firstChannel(self)) => {
      const channel = visible(self, place);
      const data = commandData(typistAt(self, channel), line, options);
      return start({ type: 2, name: `${name} typing ${line}`, channelId: place, data });
    },
    messageCommand: async (command, message) => {
      const target = current(self, message);
      const channel = visible(self, message.channelId);
      const found = findOffered(typistAt(self, channel), 3, command);
      const resolved = { messages: { [target.id]: viewMessage(world, target, true) } };
      const data = {
        id: found.id,
        name: found.name,
        type: 3,
        guild_id: channel.guildId,
        target_id: target.id,
        resolved,
      };
      return start({ type: 2, name: `${name} choosing ${command}`, channelId: channel.id, isMenu: true, data });
    },
    post: (place, what) => post(self, place, what),
    delete: (message) => {
      const now = current(self, message);
      const channel = known(world.channels.get(now.channelId), 'this channel');
      const allowed = now.author.id === id || now.onlyFor === id || may(world, channel, id, 'MANAGE_MESSAGES');
      if (!allowed) refuse(`${name} may not delete this message.`);
      deleteMessage(world, now);
    },
    click: async (message, button, { asSeen = false } = {}) =>
      press(message, `[${button}]`, pressData(asSeen ? message : current(self, message), button)),
    select: async (message, choices, { asSeen = false, ...wish } = {}) => {
      const data = selectData(world, asSeen ? message : current(self, message), choices, wish);
      return press(message, `<${choices.join(', ')}>`, data);
    },
    get modal() {
      return modal?.seen;
    },
    fill: (values) => ({
      submit: async () => {
        if (!modal) throw new ClientRefuses(`No modal is open for ${name}.`);
        const { seen, channelId, sourceId } = modal;
        const limit = limitOf(self, known(world.channels.get(channelId), 'this channel'));
        const { components, attachments } = fillModal(seen, values, { world, personId: id, limit });
        const data = { custom_id: seen.customId, components, resolved: { attachments } };
        const what = `${name} submitting ${describeModal(seen)}`;
        const source = sourceId === undefined ? {} : { sourceId };
        const reaction = await start({ type: 5, name: what, channelId, ...source, data });
        modal = undefined;
        return reaction;
      },
    }),
    dismiss: () => {
      modal = undefined;
    },
    messages: (place) => messagesOf(world, visible(self, place).id, id),
    ephemerals: (place) =>
      [...world.messages.values()].filter(
        ({ onlyFor, channelId }) => onlyFor === id && (place === undefined || channelId === place),
      ),
    threads: () => [...world.channels.values()].filter((channel) => channel.thread && sees(world, channel, id)),
  };
}
