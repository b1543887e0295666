// Tells the conversation again what was said in a thread while nobody listened: its messages since a mark, and the
// pictures whose bytes never came. What is told twice counts once; nothing else is learnt from a thread's history.
import { isTalesError } from '../../errors.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createSerial } from '../serial.ts';
import type { Receive } from '../types.ts';
import type { Call } from './calls.ts';
import { fileInfo, type UploadOf } from './downloads.ts';
import { isPersons } from './incoming/messages.ts';
import { type Posting, postingsIn, postingsOf } from './incoming/pictures.ts';
import { repliesOf } from './once.ts';
import type { SlackFile } from './payloads.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import { fileOf, nameThread, type Spot } from './thread.ts';

type Asked = Extract<Outbound, { readonly type: 'catch-up' }>;
export type CatchUp = (spot: Spot, message: Asked) => Promise<void>;

export interface CatchUpOptions {
  readonly call: Call;
  readonly people: People;
  readonly pictures: Pictures;
  readonly uploadOf: UploadOf;
  readonly receive: Receive;
}

/** Messages are heard side by side: one a little older than the mark may not have been. In seconds. */
const OVERLAP = 600;

const since = (mark: string | undefined, root: string): string =>
  mark === undefined ? root : (Number(mark) - OVERLAP).toFixed(6);

export function createCatchUp({ call, people, pictures, uploadOf, receive }: CatchUpOptions): CatchUp {
  const tell = async (spot: Spot, user: string, id: string, postings: readonly Posting[], mark?: string) => {
    const thread = nameThread(spot);
    await pictures.remember(spot.team, thread, postings);
    await receive({
      thread,
      event: {
        type: 'posted',
        id,
        actor: await people.actor(spot.team, user),
        pictures: postings.map(({ picture }) => picture),
      },
      uploads: postings.map((posting) => uploadOf(spot.team, posting)),
      ...(mark !== undefined && { mark }),
    });
  };

  const messagesSince = async (spot: Spot, mark: string | undefined): Promise<ReadonlySet<string>> => {
    const heard = new Set<string>();
    let newest = mark;
    for await (const message of repliesOf(call, spot, { oldest: since(mark, spot.ts) })) {
      const { ts, user } = message;
      if (ts === spot.ts || !isPersons(message) || user === undefined) continue;
      const postings = postingsIn(message);
      if (postings.length === 0) continue;
      newest = newest === undefined || Number(ts) > Number(newest) ? ts : newest;
      await tell(spot, user, `back:${ts}`, postings, newest);
      for (const { picture } of postings) heard.add(picture.source);
    }
    return heard;
  };

  /** The picture of a form, or of a message before the mark: Slack still has it, or it is lost. */
  const ask = async (spot: Spot, source: string): Promise<void> => {
    const [, ts = '0.0'] = source.split(':');
    try {
      const file = (await fileInfo(call, spot.team, fileOf(source)))['file'] as SlackFile & { readonly user?: string };
      await tell(spot, file.user ?? '', `again:${source}`, postingsOf([file], ts));
    } catch (error) {
      if (!isTalesError(error) || error.code !== 'picture-not-received') throw error;
      const id = `lost:${source}`;
      await receive({ thread: nameThread(spot), event: { type: 'lost', id, sources: [source] } });
    }
  };

  const catchUp = async (spot: Spot, { mark, awaited }: Asked): Promise<void> => {
    const heard = await messagesSince(spot, mark);
    for (const source of awaited) if (!heard.has(source)) await ask(spot, source);
  };

  // Slack lets a workspace's histories be read slowly: one thread after another, so that none waits too long and fails.
  const serial = createSerial();
  return (spot, message) => serial.run(spot.team, () => catchUp(spot, message));
}
