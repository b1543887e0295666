// Somebody at a Discord client: types, presses and fills in only what is really there and allowed to them.
import { sees } from './access.ts';
import type { OptionValues } from './command-line.ts';
import type { Doing, OpenModal, Post, Press, Self } from './doings.ts';
import * as doings from './doings.ts';
import { messagesOf } from './messages.ts';
import { type FieldValue, type SeenModal, seeModal } from './modal.ts';
import type { Channel, Message } from './model.ts';
import type { SelectWish } from './press.ts';
import { act, ClientRefuses, type Reaction } from './reaction.ts';
import { answerOf } from './rest-interactions.ts';

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
  /** Takes one file out of a message that has others. */
  readonly takeOut: (message: Message, filename: string) => void;
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

type Values = Readonly<Record<string, FieldValue>>;

/** Does things one after another, and remembers which modal is open. */
function createHands(self: Self) {
  const { world, until, id: personId, name, locale } = self;
  let modal: OpenModal | undefined;
  const start = async (doing: Doing): Promise<Reaction> => {
    const reaction = await act(world, until, { ...doing, personId, locale });
    if (reaction.kind === 'modal') {
      const seen = seeModal(answerOf(world, reaction.interactionId)?.modal);
      modal = { seen, channelId: doing.channelId, sourceId: doing.sourceId };
    }
    return reaction;
  };
  return {
    start,
    modal: () => modal?.seen,
    dismiss: () => {
      modal = undefined;
    },
    submit: async (values: Values): Promise<Reaction> => {
      if (!modal) throw new ClientRefuses(`No modal is open for ${name}.`);
      const reaction = await start(doings.submitting(self, modal, values));
      modal = undefined;
      return reaction;
    },
  };
}

export function createPerson(self: Self): Person {
  const { world, id, name } = self;
  const hands = createHands(self);
  return {
    id,
    name,
    command: async (line, options = {}, place) => hands.start(doings.typing(self, line, options, place)),
    messageCommand: async (command, message) => hands.start(doings.choosing(self, command, message)),
    post: (place, what) => doings.post(self, place, what),
    delete: (message) => doings.deleting(self, message),
    takeOut: (message, filename) => doings.takingOut(self, message, filename),
    click: async (message, button, how = {}) => hands.start(doings.clicking(self, message, button, how)),
    select: async (message, choices, how = {}) => hands.start(doings.selecting(self, message, choices, how)),
    get modal() {
      return hands.modal();
    },
    fill: (values) => ({ submit: () => hands.submit(values) }),
    dismiss: hands.dismiss,
    messages: (place) => messagesOf(world, doings.visible(self, place).id, id),
    ephemerals: (place) =>
      [...world.messages.values()].filter(
        ({ onlyFor, channelId }) => onlyFor === id && (place === undefined || channelId === place),
      ),
    threads: () => [...world.channels.values()].filter((channel) => channel.thread && sees(world, channel, id)),
  };
}
