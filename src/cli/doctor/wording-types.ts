// What `storybook doctor` has to say, as far as it says it itself: each table has every one of these. What is found of a
// chat service is worded by its own part.
import type { Seam } from '../../config.ts';

/** Why an engine was chosen. */
export type Why =
  /** It is named. */
  | { readonly kind: 'named'; readonly variable: string; readonly value: string }
  /** What it needs is there, under these names. */
  | { readonly kind: 'there'; readonly variables: readonly string[] }
  /** Its model was fetched, or added by command. */
  | { readonly kind: 'fetched' }
  /** It needs nothing, and nothing better is set up. */
  | { readonly kind: 'nothing' };

export interface DoctorWording {
  readonly sections: {
    readonly machine: string;
    readonly keeping: string;
    readonly engines: string;
    readonly platforms: string;
    readonly network: string;
  };
  /** At the end: how many things are broken, how many could be more. */
  readonly summary: (broken: number, absent: number) => string;

  readonly machine: string;
  readonly pictures: string;
  readonly fonts: string;
  readonly printable: (families: readonly string[]) => string;
  readonly memory: string;
  readonly memoryFree: (free: string, total: string) => string;
  readonly memoryNeeded: (needed: string) => string;
  readonly memoryShort: string;
  readonly computing: string;

  readonly dataFolder: string;
  readonly free: (folder: string, size: string) => string;
  readonly kept: string;
  readonly keptNothing: string;
  readonly keptBooks: (books: number, bytes: string, days: number) => string;
  readonly redis: string;
  readonly redisAnswers: (address: string, version: string, memory: string, workers: number) => string;
  /** What may be lost, and what to set. */
  readonly redisForgetful: string;
  readonly redisFleeting: string;
  readonly running: string;
  readonly isRunning: string;
  readonly isNotRunning: string;
  readonly models: string;
  readonly modelsFolder: (folder: string) => string;
  readonly modelsNone: (folder: string) => string;

  readonly seams: Readonly<Record<Seam, string>>;
  /** What the engine that was chosen does, by seam and name. */
  readonly engines: Readonly<Record<Seam, Readonly<Record<string, string>>>>;
  /** How to get what is better than these, by seam. */
  readonly better: Readonly<Partial<Record<Seam, string>>>;
  readonly why: (why: Why) => string;
  readonly known: (names: readonly string[]) => string;
  readonly weights: (folder: string, size: string) => string;
  readonly trying: string;
  readonly opened: (opening: string, answering: string) => string;
  readonly answered: (answering: string) => string;
  readonly slowOpening: (seconds: string) => string;
  readonly late: (seconds: string) => string;
  readonly tooBig: string;
  readonly service: string;
  readonly serviceUsed: (name: string, model: string, visionModel: string) => string;
  readonly serviceIdle: (name: string) => string;
  readonly key: (isThere: boolean) => string;
  readonly noService: string;
  readonly moderation: string;
  readonly moderationOn: string;
  readonly moderationOff: string;
  readonly moderationAdvice: string;

  readonly nowhere: string;
  readonly noNetwork: string;
  readonly toPlatforms: string;
  readonly toService: string;
  readonly toRedis: string;
  readonly booksThere: string;
  readonly toHub: string;
  readonly toOthers: string;
  readonly onlyPulling: (host: string) => string;
  readonly sends: (hosts: readonly string[], what: string) => string;
  readonly talk: string;
  readonly questions: string;
  readonly downloads: string;
  readonly thisComputer: string;
}
