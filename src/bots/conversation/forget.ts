// What becomes of a book when everything is deleted, by a person or because it has grown old. Pure.
import { keptFor } from './pictures.ts';
import { receiptOf } from './receipt.ts';
import type { DeletedSession, OpenSession } from './session.ts';

/** Everything goes but what is needed to say so and to know old events again. */
export function forget(session: OpenSession): DeletedSession {
  const { version, id, platform, thread, born, locale, seen, shown, posted, room } = session;
  const doomed = [...new Set([...session.doomed, ...keptFor(session)])];
  const receipt = receiptOf(session);
  return {
    ...{ version, state: 'deleted', id, platform, thread, born, locale, seen, shown, posted, doomed, receipt },
    ...(room && { classroom: room.classroom }),
  };
}
