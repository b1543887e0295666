// What people's hands do, with the time that the service waited for each first answer; and patience with a program that
// may be away for a moment.
import type { OptionValues } from '../../fakes/discord/command-line.ts';
import type { Press } from '../../fakes/discord/doings.ts';
import type { FieldValue } from '../../fakes/discord/modal.ts';
import { FLAG, type Message } from '../../fakes/discord/model.ts';
import type { Person } from '../../fakes/discord/person.ts';
import { ClientRefuses, NoAnswer, type Reaction } from '../../fakes/discord/reaction.ts';
import { buttons, texts } from '../../fakes/discord/read.ts';
import { insist } from '../../support/insist.ts';
import { NotSeen, type Watch } from './watch.ts';

/** How long somebody waits before doing the same again. */
const PATIENCE = 8000;
/** How long somebody looks at "thinking…". */
const THOUGHT = 30_000;

export interface Pressed {
  readonly what: 'command' | 'click' | 'select' | 'submit';
  /** `performance.now()` when it was done. */
  readonly at: number;
  readonly milliseconds: number;
  readonly isAnswered: boolean;
}

export interface Hands {
  readonly person: Person;
  readonly click: (message: Message, button: string, how?: Press) => Promise<Reaction>;
  readonly command: (line: string, options?: OptionValues, place?: string) => Promise<Reaction>;
  readonly select: (message: Message, choices: readonly string[]) => Promise<Reaction>;
  readonly submit: (values: Readonly<Record<string, FieldValue>>) => Promise<Reaction>;
  /** The message that a reaction ends in. */
  readonly said: (reaction: Reaction) => Promise<Message>;
  /** The same again until it shows. */
  readonly insist: (
    what: string,
    shows: () => boolean,
    act: () => Promise<unknown>,
    patience?: number,
  ) => Promise<void>;
}

export const labelsOf = (message: Message): readonly string[] => buttons(message).map(({ label }) => label);
/** Without Discord's escapes. */
export const plain = (message: Message): string =>
  texts(message)
    .join('\n')
    .replace(/\\(?=[^\w\s])/g, '');

export const isForgiven = (error: unknown): boolean =>
  error instanceof ClientRefuses || error instanceof NoAnswer || error instanceof NotSeen;

export function handsOf(person: Person, watch: Watch, record: (press: Pressed) => void): Hands {
  const timed = async (what: Pressed['what'], act: () => Promise<Reaction>): Promise<Reaction> => {
    const at = performance.now();
    const tell = (isAnswered: boolean): void => record({ what, at, milliseconds: performance.now() - at, isAnswered });
    try {
      const reaction = await act();
      tell(true);
      return reaction;
    } catch (error) {
      if (error instanceof NoAnswer) tell(false);
      throw error;
    }
  };
  return {
    person,
    click: (message, button, how) => timed('click', () => person.click(message, button, how)),
    command: (line, options, place) => timed('command', () => person.command(line, options, place)),
    select: (message, choices) => timed('select', () => person.select(message, choices)),
    submit: (values) => timed('submit', () => person.fill(values).submit()),
    said: (reaction) =>
      watch.until(
        () => {
          const message = reaction.message();
          return message && !(message.flags & FLAG.loading) && message;
        },
        'what was promised',
        THOUGHT,
      ),
    insist: (what, shows, act, patience = PATIENCE) =>
      insist({ what, shows, act, wait: (seen) => watch.until(seen, what, patience), forgives: isForgiven }),
  };
}
