// The talking process put together: stores, bytes, the queue whose worker thinks, the host and its platforms; and what
// is swept when it has grown old. The environment and the signals are the door's.
import {
  type Classroom,
  choosePlatforms,
  createHost,
  type Platform,
  type PlatformTools,
  type Session,
} from '../bots/index.ts';
import type { Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import { explain } from '../explain.ts';
import type { JobQueue } from '../jobs.ts';
import { type Keeping, openKeeping } from '../keeping.ts';
import type { Log } from '../log.ts';
import { captionerNameOf, captionOffer } from '../pipeline/index.ts';
import { sweep, wipingDeleted } from './sweep.ts';
import { WORDING } from './wording.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

export interface TalkingOptions {
  readonly config: Config;
  readonly log: Log;
  readonly announce: PlatformTools['announce'];
  readonly locale: PlatformTools['locale'];
  /** Through `place` where there is one. */
  readonly createQueue: (place: Keeping['place']) => JobQueue | Promise<JobQueue>;
  /** Called when another process talks for the same Redis: this one has to be stopped. */
  readonly onLost?: (error: TalesError) => void;
  /** Default: those that the configuration asks for. */
  readonly platforms?: (tools: PlatformTools) => Promise<readonly Platform[]>;
}

export interface Talking {
  /**
   * Resolves when everything is stopped and closed. What was not done is still owed.
   * @throws the first of what went wrong on the way; the rest was stopped and closed all the same.
   */
  stop(): Promise<void>;
}

function captioningOf(config: Config): PlatformTools['captioning'] {
  const offer = captionOffer(config);
  return { engine: captionerNameOf(config), ...(offer && { offer }) };
}

/**
 * Starts to listen and to talk.
 * @throws TalesError when a store, a token or a port cannot be used; nothing runs then.
 */
export async function startTalking(options: TalkingOptions): Promise<Talking> {
  const { config, log, announce, locale, createQueue, onLost = () => {} } = options;
  const undo: (() => unknown)[] = [];
  const unwind = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        // What comes after it has to be closed all the same.
        faults.push(error);
        log.error({ err: error }, 'something could not be stopped');
      }
    }
    if (faults.length > 0) throw faults[0];
  };
  try {
    const { stores, blobs, place, close } = await openKeeping({ config, log, onLost });
    undo.push(close);
    const sessions = stores.open<Session>({ namespace: 'sessions', ttl: config.retentionDays * DAY });
    const classrooms = stores.open<Classroom>({ namespace: 'classrooms' });
    const platforms = await (options.platforms ?? choosePlatforms)({
      ...{ config, blobs, stores, log, announce, locale },
      captioning: captioningOf(config),
    });
    if (platforms.length === 0) throw new TalesError('nothing-to-start', {});
    const queue = await createQueue(place);
    undo.push(() => queue.close());
    const onUnreachable = (error: TalesError): void =>
      announce(`${explain(error, locale)} ${WORDING[locale].tryingAgain}`);
    const onSweepFailure = (error: unknown): void => log.error({ err: error }, 'sweeping failed');
    const limits = { bytes: config.maxPictureBytes };
    const host = createHost({
      ...{ platforms, classrooms, blobs, queue, limits, log, onUnreachable },
      sessions: wipingDeleted({ stores, sessions }, onSweepFailure),
    });
    undo.push(() => host.stop());
    await host.start();
    const sweepNow = () =>
      sweep({ stores, sessions, classrooms, blobs, retentionDays: config.retentionDays }, Date.now()).catch(
        onSweepFailure,
      );
    const timer = setInterval(sweepNow, HOUR);
    undo.push(() => clearInterval(timer));
    await sweepNow();
  } catch (error) {
    // Why it did not start matters more than what went wrong on the way out, which is in the log.
    await unwind().catch(() => {});
    throw error;
  }
  return { stop: unwind };
}
