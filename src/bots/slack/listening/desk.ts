// What everybody who listens to Slack works with.
import type { Log } from '../../../log.ts';
import type { Locale } from '../../../story.ts';
import type { CatchingUp } from '../../catching-up.ts';
import type { Clock } from '../../clock.ts';
import type { Reception } from '../../types.ts';
import type { Beginnings } from '../beginning.ts';
import type { Call } from '../calls.ts';
import type { ClassTelling } from '../class-telling.ts';
import type { UploadOf } from '../downloads.ts';
import type { Organisation } from '../ears.ts';
import type { Links } from '../links.ts';
import type { Memory } from '../memory.ts';
import type { Messages } from '../messages.ts';
import type { People } from '../people.ts';
import type { Pictures } from '../pictures.ts';
import type { Telling } from '../telling.ts';

export interface Desk {
  readonly reception: Reception;
  readonly catchingUp: CatchingUp;
  readonly call: Call;
  readonly people: People;
  readonly pictures: Pictures;
  readonly messages: Messages;
  readonly beginnings: Beginnings;
  readonly telling: Telling;
  readonly classTelling: ClassTelling;
  readonly links: Links;
  readonly memory: Memory;
  readonly uploadOf: UploadOf;
  readonly clock: Clock;
  /** Where somebody has no language. */
  readonly locale: Locale;
  readonly log: Pick<Log, 'warn' | 'error' | 'info'>;
  /** Takes note that the bot was taken out of a workspace. */
  readonly forget: (team: string, organisation?: Organisation) => Promise<void>;
}

export const LATE = Symbol('late');

/** What is there in time, or `LATE`; the work goes on either way. */
export function within<T>(clock: Clock, milliseconds: number, work: Promise<T>): Promise<T | typeof LATE> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => resolve(LATE));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}
