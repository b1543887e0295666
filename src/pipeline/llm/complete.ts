// Has a request answered by a server that may understand less of the protocol than OpenAI's: what it refuses is left
// out, step by step, and remembered while the program runs.
import type { CallOptions } from '../types.ts';
import { type Abilities, ALL_ABILITIES, both, lessThan, requestFor, type Wish } from './abilities.ts';
import type { Completion } from './completion.ts';
import type { ChatRequest } from './connection.ts';
import { ServiceFault } from './fault.ts';
import type { Service } from './service.ts';

/** @param name of the question, for the log. @throws ServiceFault, TalesError `cancelled`. */
export type Complete = (name: string, wish: Wish, options: CallOptions) => Promise<Completion>;

type Tried = { readonly completion: Completion } | { readonly refusal: ServiceFault; readonly less?: Abilities };

export function createComplete(service: Service): Complete {
  /** By model: one that sees may understand other things than one that writes. */
  const known = new Map<string, Abilities>();
  const send = (name: string, request: ChatRequest, options: CallOptions): Promise<Completion> =>
    service.request<Completion>(
      {
        name,
        model: request.model,
        send: (connection, signal) => connection.complete(request, signal),
        usageOf: ({ usage }) => usage,
      },
      options,
    );

  async function attempt(name: string, wish: Wish, abilities: Abilities, options: CallOptions): Promise<Tried> {
    const request = requestFor(wish, abilities);
    try {
      const completion = await send(name, request, options);
      known.set(wish.model, both(known.get(wish.model) ?? ALL_ABILITIES, abilities));
      return { completion };
    } catch (error) {
      const isRefusal = error instanceof ServiceFault && (error.is.status === 400 || error.is.status === 422);
      if (!isRefusal) throw error;
      const less = lessThan(abilities, request, error);
      return { refusal: error, ...(less && { less }) };
    }
  }

  return async (name, wish, options) => {
    let first: ServiceFault | undefined;
    let abilities: Abilities | undefined = known.get(wish.model) ?? ALL_ABILITIES;
    while (abilities) {
      const tried: Tried = await attempt(name, wish, abilities, options);
      if ('completion' in tried) return tried.completion;
      // Of all refusals the first is about what was asked.
      first ??= tried.refusal;
      abilities = tried.less;
    }
    throw first;
  };
}
