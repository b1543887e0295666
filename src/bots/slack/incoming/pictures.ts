// Files of messages and forms, as the pictures that the conversation hears of. Pure; their bytes are for `downloads.ts`.
import type { PostedPicture } from '../../conversation/events.ts';
import type { SlackFile, SlackMessage } from '../payloads.ts';
import { nameSource, placeOf } from '../thread.ts';

export interface Posting {
  readonly picture: PostedPicture;
  readonly file: SlackFile;
}

/** Deleted files stay in their messages as stones. */
const isThere = ({ mode }: SlackFile): boolean => mode !== 'tombstone' && mode !== 'hidden_by_limit';

/** @param ts when they were posted, as Slack writes it. */
export const postingsOf = (files: readonly SlackFile[], ts: string): readonly Posting[] =>
  files.filter(isThere).map((file, index) => ({
    file,
    picture: {
      source: nameSource(file.id, ts),
      place: placeOf(ts, index),
      ...(file.name && { name: file.name }),
    },
  }));

export const postingsIn = ({ files = [], ts }: SlackMessage): readonly Posting[] => postingsOf(files, ts);
