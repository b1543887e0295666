// Answers interactions within Discord's three seconds, whatever it takes to find the answer: in time with the answer
// itself, else with "a moment, please" and the answer afterwards. A fault is told to the person, and logged.
import { isTalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../clock.ts';
import { onlyText, type Response } from './answers.ts';
import type { Callbacks } from './callbacks.ts';
import { CODE, explainFault, isFault } from './faults.ts';
import type { Asked } from './incoming.ts';
import type { PrivateMessage } from './private-message.ts';

/** Whoever takes longer is answered with a wait: what is left of the three seconds is the network's. */
const PATIENCE = 2000;

const TOO_LATE = [CODE.unknownInteraction, CODE.acknowledged, CODE.invalidToken] as const;

export interface AcknowledgeOptions {
  readonly callbacks: Callbacks;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn'>;
}

export interface Acknowledge {
  /** Answers with what `work` finds, at once if it is quick. */
  quickly(asked: Asked, work: () => Promise<Response>): Promise<void>;
  /** For what takes its time: "a moment, please" first. */
  later(asked: Asked, work: () => Promise<PrivateMessage>): Promise<void>;
}

/** What the work finds, unless that takes too long. */
async function inTime<T>(clock: Clock, work: Promise<T>): Promise<T | undefined> {
  let cancel = (): void => {};
  const patience = new Promise<undefined>((resolve) => {
    cancel = clock.after(PATIENCE, () => resolve(undefined));
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    cancel();
  }
}

export function createAcknowledge({ callbacks, clock, log }: AcknowledgeOptions): Acknowledge {
  /** What the person is told of a fault. */
  const apology = (error: unknown, { locale, wish }: Asked): Response => {
    log.error({ err: error, wish: wish.type }, 'an interaction failed');
    const known = explainFault(error);
    const text = explain(isTalesError(known) ? known : { code: 'unexpected', details: {} }, locale);
    return { type: 'message', message: onlyText(text) };
  };

  /** What we say may be refused, or its pictures unreadable; the person is not left without an answer. */
  const sayOrApologise = async (say: Callbacks['now' | 'late'], asked: Asked, response: Response): Promise<void> => {
    try {
      await say(asked, response);
    } catch (error) {
      if (isFault(error, ...TOO_LATE)) throw error;
      await say(asked, apology(error, asked));
    }
  };

  const orApology = (asked: Asked, work: Promise<Response>): Promise<Response> =>
    work.catch((error: unknown) => apology(error, asked));

  /** The person waited too long, or answered twice: there is nobody left to tell. */
  const expectGone = (error: unknown): void => {
    if (isFault(error, ...TOO_LATE)) log.warn({ err: error }, 'an interaction was answered too late');
    else log.error({ err: error }, 'an interaction could not be answered');
  };

  const quickly = async (asked: Asked, work: Promise<Response>): Promise<void> => {
    const quick = await inTime(clock, work);
    if (quick) return sayOrApologise(callbacks.now, asked, quick);
    await callbacks.wait(asked);
    await sayOrApologise(callbacks.late, asked, await work);
  };

  const later = async (asked: Asked, work: () => Promise<PrivateMessage>): Promise<void> => {
    await callbacks.wait(asked);
    const response = work().then((message): Response => ({ type: 'message', message }));
    await sayOrApologise(callbacks.late, asked, await orApology(asked, response));
  };

  return {
    quickly: (asked, work) => quickly(asked, orApology(asked, work())).catch(expectGone),
    later: (asked, work) => later(asked, work).catch(expectGone),
  };
}
