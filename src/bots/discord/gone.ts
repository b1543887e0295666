// Threads and channels that were deleted at Discord: nothing is said there any more, without asking again each time. What
// was begun there is kept as it is: it grows old, or somebody deletes it here.
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { createRecent } from '../recent.ts';
import type { Send } from './sender.ts';

export interface Gone {
  add(place: string): void;
  /** As `send`, where the place is still there. @throws TalesError `thread-gone` */
  unlessGone(send: Send): Send;
}

export function createGone(log: Pick<Log, 'info'>): Gone {
  const gone = createRecent<true>(2000);
  return {
    add(place) {
      gone.set(place, true);
      log.info({ place }, 'a thread or channel was deleted at Discord; what was begun there is kept');
    },
    unlessGone: (send) => async (place, outbound) => {
      if (!gone.get(place)) return send(place, outbound);
      // Messages go with the place that they were in.
      if (outbound.type === 'withdraw') return {};
      throw new TalesError('thread-gone', { service: 'Discord' });
    },
  };
}
