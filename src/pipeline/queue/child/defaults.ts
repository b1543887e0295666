// How a worker process is started, watched and stopped where nobody says otherwise.
import type { Backoff } from './backoff.ts';
import type { Heartbeat } from './heartbeat.ts';

export interface ProcessOptions {
  /** Default: half a second, doubling, up to 30 seconds. */
  readonly restart: Backoff;
  /** Default: every 10 seconds, 18 times, because a large model may load or compute for minutes without a pause. */
  readonly heartbeat: Heartbeat;
  /** How long a worker may take to become ready. Default 120000 milliseconds. */
  readonly startMs: number;
  /** How long a worker may take to stop. Default 5000 milliseconds. */
  readonly stopMs: number;
  /** By how much the worker stands behind this process when both want to compute, 0 to 19. Default 10. */
  readonly niceness: number;
  /** From 0 to 1. Default Math.random. */
  readonly random: () => number;
}

export const PROCESS_DEFAULTS: ProcessOptions = {
  restart: { firstMs: 500, mostMs: 30_000 },
  heartbeat: { everyMs: 10_000, most: 18 },
  startMs: 120_000,
  stopMs: 5000,
  niceness: 10,
  random: Math.random,
};
