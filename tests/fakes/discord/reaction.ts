// What a person sees within three seconds of doing something to the bot, and what comes of it later.

import { currentInteraction, isLate, type Opening, openInteraction } from './interactions.ts';
import { FLAG, type Message } from './model.ts';
import { answerOf } from './rest-interactions.ts';
import { recently, type Until } from './until.ts';
import type { World } from './world.ts';

/** The person's own client does not let it through; nothing reached the bot. */
export class ClientRefuses extends Error {
  override readonly name = 'ClientRefuses';
}

/** "The application did not respond." */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export interface Reaction {
  readonly interactionId: string;
  /** `thinking`: a message is promised. `later`: nothing is seen yet. `update`: the message itself was changed. */
  readonly kind: 'message' | 'thinking' | 'later' | 'update' | 'modal';
  /** The message it was answered with, or that was updated, as it is now. Absent for a modal, or once deleted. */
  readonly message: () => Message | undefined;
  /** The same, once it no longer says that it is thinking. */
  readonly settled: () => Promise<Message>;
  /** What came after it through the same interaction. */
  readonly followUps: () => readonly Message[];
}

const KINDS: Readonly<Record<number, Reaction['kind']>> = {
  4: 'message',
  5: 'thinking',
  6: 'later',
  7: 'update',
  9: 'modal',
};

/** @throws NoAnswer */
export async function act(world: World, until: Until, opening: Opening): Promise<Reaction> {
  const { id } = openInteraction(world, opening);
  const answer = await until(() => {
    const now = currentInteraction(world, id);
    if (!now.answer && isLate(world, now)) {
      throw new NoAnswer(`${opening.name}: the application did not respond.\n${recently(world)}`);
    }
    return now.answer;
  }, `an answer to ${opening.name}`);
  const message = (): Message | undefined => world.messages.get(answerOf(world, id)?.messageId ?? '');
  return {
    interactionId: id,
    kind: KINDS[answer.type] ?? 'later',
    message,
    settled: () =>
      until(() => {
        const now = message();
        return now && !(now.flags & FLAG.loading) && now;
      }, `the message that ${opening.name} was promised`),
    followUps: () =>
      [...world.messages.values()].filter((one) => one.interaction?.id === id && one.id !== answer.messageId),
  };
}
