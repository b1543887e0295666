// One service for all who ask it: how many requests at once, how long each may take, how often it is sent again,
// and what the log hears of it, which is never a word of what was asked or answered.
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenAiConfig } from '../../config.ts';
import { throwIfCancelled } from '../../errors.ts';
import type { Usage } from '../../jobs.ts';
import type { Log } from '../../log.ts';
import type { CallOptions } from '../types.ts';
import { type Connection, connect } from './connection.ts';
import { failureOf, serviceName } from './failure.ts';
import { ServiceFault } from './fault.ts';
import { createLimiter } from './limiter.ts';
import { waitBefore } from './retry.ts';

export interface ServiceOptions {
  readonly log?: Pick<Log, 'info'>;
  readonly fetch?: typeof fetch;
  /** Resolves after so many milliseconds, rejects when the signal fires. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
  /** Fires after so many milliseconds. */
  readonly limit?: (ms: number) => AbortSignal;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** One thing asked of the service. */
export interface Request<T> {
  /** For the log. */
  readonly name: string;
  readonly model: string;
  readonly send: (connection: Connection, signal: AbortSignal) => Promise<T>;
  /** What the answer cost; absent for what costs nothing. */
  readonly usageOf?: (answer: T) => Usage;
}

export interface Service {
  readonly config: OpenAiConfig;
  /** @throws ServiceFault after the last try; TalesError `cancelled`. */
  request<T>(request: Request<T>, options?: CallOptions): Promise<T>;
  /** The error for people. `variable` names where the model was set. */
  failure(error: unknown, model: string, variable: string): unknown;
}

/** Calls that were broken off may have to be paid for, with tokens that nobody told. */
const UNTOLD: Usage = { calls: 1, input: 0, output: 0 };

/** Why a request that was broken off was. */
function brokenOff(error: unknown, signal: AbortSignal | undefined, limit: AbortSignal): unknown {
  if (signal?.aborted) return new ServiceFault('cancelled', { begun: true, cause: error });
  if (limit.aborted) return new ServiceFault('too-slow', { begun: true, cause: error });
  return error;
}

interface Rim extends Required<Pick<ServiceOptions, 'limit'>>, Pick<ServiceOptions, 'log'> {
  readonly connection: Connection;
  /** Milliseconds that one answer may take. */
  readonly longest: number;
}

async function once<T>(
  { name, model, send, usageOf }: Request<T>,
  { signal, onUsage }: CallOptions,
  { connection, longest, limit, log }: Rim,
): Promise<T> {
  const started = performance.now();
  const about = () => ({ question: name, model, ms: Math.round(performance.now() - started) });
  const late = limit(longest);
  try {
    const answer = await send(connection, signal ? AbortSignal.any([signal, late]) : late);
    const usage = usageOf?.(answer);
    if (usage) onUsage?.(usage);
    log?.info({ ...about(), input: usage?.input, output: usage?.output }, 'answered');
    return answer;
  } catch (error) {
    const fault = brokenOff(error, signal, late);
    if (!(fault instanceof ServiceFault)) throw fault;
    if (fault.is.begun && usageOf) onUsage?.(UNTOLD);
    log?.info({ ...about(), fault: fault.kind, status: fault.is.status }, 'not answered');
    throw fault;
  }
}

export function createService(config: OpenAiConfig, options: ServiceOptions = {}): Service {
  const { log, random = Math.random, limit = AbortSignal.timeout } = options;
  const pause = options.wait ?? ((ms, signal) => wait(ms, undefined, signal ? { signal } : {}));
  const limiter = createLimiter(config.concurrency);
  const connection = connect(config, options.fetch);
  const rim: Rim = { connection, limit, longest: Math.round(config.timeout * 1000), ...(log && { log }) };

  async function repeatedly<T>(request: Request<T>, call: CallOptions): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(request, call, rim);
      } catch (error) {
        const next = error instanceof ServiceFault ? waitBefore(error, tries, random()) : undefined;
        if (next === undefined) throw error;
        await pause(next, call.signal);
      }
    }
  }

  return {
    config,
    async request(request, call = {}) {
      throwIfCancelled(call.signal);
      try {
        return await limiter.run(() => repeatedly(request, call), call.signal);
      } catch (error) {
        throwIfCancelled(call.signal);
        throw error;
      }
    },
    failure: (error, model, variable) =>
      error instanceof ServiceFault
        ? failureOf(error, { service: serviceName(config), model, variable, seconds: config.timeout })
        : error,
  };
}
