// Which pictures of a book were taken back while nobody listened: their messages, or the files in them, are not in the
// thread any more. Says so only where the thread was listed as a whole and Slack is sure to list such a message. Pure.
import type { Session } from '../conversation/session.ts';
import type { SlackFile, SlackMessage } from './payloads.ts';
import { messageOf, nameSource } from './thread.ts';

const DAY = 24 * 60 * 60;
/** Ages at which a message is listed, in seconds: not yet right after it was posted; without a plan, for 90 days. */
const LISTED = { from: 60, until: 80 * DAY } as const;

/** Sources of the pictures that the book has. */
export const sourcesOf = (session: Session | undefined): readonly string[] =>
  session?.state === 'open'
    ? session.scenes.flatMap(({ source, incoming }) => [source, incoming?.source]).filter((one) => one !== undefined)
    : [];

/** A hidden file is there; of a deleted one a stone is left. */
const isThere = ({ mode }: SlackFile): boolean => mode !== 'tombstone';

/**
 * @param held sources that are known to have been in messages of the thread before it was listed.
 * @param listed everything in the thread, with its root.
 * @param now in Unix milliseconds.
 */
export function takenBack(
  held: readonly string[],
  listed: readonly SlackMessage[],
  root: string,
  now: number,
): readonly string[] {
  // A thread whose root is hidden or deleted says nothing about its messages.
  if (!listed.some(({ ts }) => ts === root)) return [];
  const there = listed.flatMap(({ ts, files = [] }) => files.filter(isThere).map(({ id }) => nameSource(id, ts)));
  return held.filter((source) => {
    const age = now / 1000 - Number(messageOf(source));
    return age >= LISTED.from && age <= LISTED.until && !there.includes(source);
  });
}
