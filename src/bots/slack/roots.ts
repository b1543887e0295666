// Roots of new books: each posted once, though the program may stop or the connection break at any moment. That one is
// wanted is written down before; where it is not known whether it got there, the channel is looked through for it.
import { isTalesError } from '../../errors.ts';
import type { Locale } from '../../story.ts';
import type { Clock } from '../clock.ts';
import type { Call } from './calls.ts';
import { LIMITS } from './limits.ts';
import type { Memory, Wanted } from './memory.ts';
import type { Messages } from './messages.ts';
import { findRoot, metadataFor } from './once.ts';
import { note } from './outgoing/blocks.ts';
import { cutEscaped } from './outgoing/text.ts';
import { SLACK_WORDS } from './wording.ts';

export interface RootsOptions {
  readonly memory: Memory;
  readonly call: Call;
  readonly clock: Clock;
  readonly messages: Messages;
}

export interface Roots {
  /** The `ts` of the root, posted now or before. @throws TalesError as `chat.postMessage` does. */
  post(wanted: Wanted, locale: Locale): Promise<string>;
  /** The book has begun: nothing is wanted any more. */
  done(wanted: Wanted): Promise<void>;
  /** What was wanted and is still worth beginning. */
  pending(name: string): Promise<Wanted | undefined>;
}

/** After so long nobody waits for a book to begin any more, in milliseconds. */
const LATE = 10 * 60 * 1000;

const nameOf = ({ id, team }: Wanted): string => `${team}:${id}`;
const keyOf = ({ id }: Wanted): string => `root ${id}`;

export function createRoots({ memory, call, clock, messages }: RootsOptions): Roots {
  const find = (wanted: Wanted, at: number): Promise<string | undefined> => findRoot(call, wanted, keyOf(wanted), at);

  const send = async (wanted: Wanted, locale: Locale): Promise<string> => {
    const { team, channel, title, label } = wanted;
    const text = SLACK_WORDS[locale].starting;
    const named = [label, title].filter(Boolean).join(' · ');
    const said = named ? `${named} – ${text}` : text;
    // Whoever the book is for sees at once which of many it is.
    const drawn = { text: cutEscaped(said, LIMITS.fallback), blocks: [note(label ? said : text)] };
    return messages.post({ team, channel }, drawn, { metadata: metadataFor(keyOf(wanted)) });
  };

  return {
    async post(wanted, locale) {
      const name = nameOf(wanted);
      const before = await memory.intents.get(name);
      const at = before?.at ?? clock.now();
      const found = before && (await find(wanted, at));
      if (found !== undefined) return found;
      // JSON knows no `undefined`.
      await memory.intents.set(name, { wanted: JSON.parse(JSON.stringify(wanted)), at });
      try {
        return await send(wanted, locale);
      } catch (error) {
        // Where it cannot be found out, it is the fault itself that is told.
        const isUnknown = isTalesError(error) && error.retryable;
        const arrived = isUnknown ? await find(wanted, at).catch(() => undefined) : undefined;
        if (arrived !== undefined) return arrived;
        await memory.intents.delete(name);
        throw error;
      }
    },
    done: async (wanted) => void (await memory.intents.delete(nameOf(wanted))),
    /** Somebody who asked long ago has asked again, or does not expect it any more. */
    async pending(name) {
      const intent = await memory.intents.get(name);
      if (!intent) return undefined;
      const { wanted, at } = intent;
      const isLate = clock.now() - at > LATE;
      if (!isLate || (await find(wanted, at)) !== undefined) return wanted;
      await memory.intents.delete(name);
      return undefined;
    },
  };
}
