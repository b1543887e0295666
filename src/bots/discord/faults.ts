// How Discord says no, and what that means here. The numbers are Discord's own.
import { TalesError } from '../../errors.ts';
import { LIMITS } from './limits.ts';
import { NEEDED_IN_THREADS_NAMES } from './permissions.ts';

export const CODE = {
  unknownChannel: 10_003,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownInteraction: 10_062,
  tooManyEdits: 30_046,
  tooLarge: 40_005,
  acknowledged: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  invalidToken: 50_027,
  archived: 50_083,
  threadLocked: 160_005,
  /** The gateway's: messages may not be read. */
  disallowedIntents: 4014,
} as const;

const SERVICE = 'Discord';

/** Discord's refusal of a request. */
export class DiscordFault extends Error {
  override readonly name = 'DiscordFault';
  readonly status: number;
  /** 0 where Discord names none. */
  readonly code: number;

  constructor({ status, code, cause }: { readonly status: number; readonly code: number; readonly cause?: unknown }) {
    super(`Discord answered ${status} (${code})`, { cause });
    this.status = status;
    this.code = code;
  }
}

export const isFault = (error: unknown, ...codes: readonly number[]): error is DiscordFault =>
  error instanceof DiscordFault && codes.includes(error.code);

export const unreachable = (cause?: unknown): TalesError =>
  new TalesError('service-unreachable', { service: SERVICE }, { retryable: true, cause });

interface FaultContext {
  /** Of the file that was sent, in bytes. */
  readonly size?: number;
  /** Names of what has to be allowed. Default: what books need in their threads. */
  readonly needed?: readonly string[];
}

export function explainFault(error: unknown, context: FaultContext = {}): unknown {
  const { size = 0, needed = NEEDED_IN_THREADS_NAMES } = context;
  if (!(error instanceof DiscordFault)) return error;
  const { code, status } = error;
  const options = { cause: error };
  switch (code) {
    case CODE.unknownChannel:
      return new TalesError('thread-gone', { service: SERVICE }, options);
    case CODE.missingAccess:
    case CODE.missingPermissions:
      return new TalesError('service-permission', { service: SERVICE, missing: needed }, options);
    case CODE.tooLarge:
      return new TalesError('book-too-big', { size, limit: LIMITS.file }, options);
  }
  if (status === 401) return new TalesError('service-login', { service: SERVICE, variable: 'DISCORD_TOKEN' }, options);
  if (status >= 500 || status === 429) return unreachable(error);
  return new TalesError('service-refused', { service: SERVICE, reason: `${code || status}` }, options);
}
