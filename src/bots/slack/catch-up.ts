// Tells the conversation again what was said in a thread while nobody listened: its messages since a mark, and the
// pictures whose bytes never came, or that were taken back meanwhile. What is told twice counts once.
import { isTalesError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { Outbound } from '../conversation/replies.ts';
import { createSerial } from '../serial.ts';
import type { Receive, Reception } from '../types.ts';
import type { Call } from './calls.ts';
import { fileInfo, type UploadOf } from './downloads.ts';
import { isPersons } from './incoming/messages.ts';
import { type Posting, postingsIn, postingsOf } from './incoming/pictures.ts';
import { repliesOf } from './once.ts';
import type { SlackFile, SlackMessage } from './payloads.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import { sourcesOf, takenBack } from './taken-back.ts';
import { fileOf, messageOf, nameThread, type Spot } from './thread.ts';

type Asked = Extract<Outbound, { readonly type: 'catch-up' }>;
export type CatchUp = (spot: Spot, message: Asked) => Promise<void>;

export interface CatchUpOptions {
  readonly call: Call;
  readonly people: People;
  readonly pictures: Pictures;
  readonly uploadOf: UploadOf;
  readonly look: Reception['look'];
  readonly receive: Receive;
  readonly clock: Clock;
}

/** Messages are heard side by side: one a little older than the mark may not have been. In seconds. */
const OVERLAP = 600;

const since = (mark: string | undefined, root: string): string =>
  mark === undefined ? root : (Number(mark) - OVERLAP).toFixed(6);

/** What is told of one message. */
interface Told {
  readonly user: string;
  readonly id: string;
  readonly postings: readonly Posting[];
  readonly mark?: string;
}

interface Looked {
  readonly told: readonly string[];
  readonly listed: readonly SlackMessage[];
}

function createTell({ people, pictures, uploadOf, receive }: CatchUpOptions) {
  return async (spot: Spot, { user, id, postings, mark }: Told, where: { readonly inThread?: true } = {}) => {
    const thread = nameThread(spot);
    await pictures.remember(spot.team, thread, postings, where);
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
}

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { call, clock, pictures, look, receive } = options;
  const tell = createTell(options);

  /** Sources of the book's pictures that are in messages of its thread. */
  const heldIn = async ({ team }: Spot, thread: string): Promise<readonly string[]> => {
    const held: string[] = [];
    for (const source of sourcesOf(await look(thread))) {
      const posted = await pictures.postedAs(team, fileOf(source));
      if (posted.some((place) => place.thread === thread && place.source === source && place.inThread))
        held.push(source);
    }
    return held;
  };

  /** Tells what came after the mark, in its order. Answers with what was told, and with all that was listed. */
  const tellSince = async (spot: Spot, from: string, mark: string | undefined): Promise<Looked> => {
    const listed: SlackMessage[] = [];
    const told: string[] = [];
    let newest = mark;
    for await (const message of repliesOf(call, spot, { oldest: from, inclusive: true })) {
      listed.push(message);
      const { ts, user } = message;
      if (ts === spot.ts || Number(ts) < Number(since(mark, spot.ts))) continue;
      if (!isPersons(message) || user === undefined) continue;
      const postings = postingsIn(message);
      if (postings.length === 0) continue;
      newest = newest === undefined || Number(ts) > Number(newest) ? ts : newest;
      await tell(spot, { user, id: `back:${ts}`, postings, mark: newest }, { inThread: true });
      told.push(...postings.map(({ picture }) => picture.source));
    }
    return { listed, told };
  };

  /** The picture of a form, or of a message before the mark: Slack still has it, or it is lost. */
  const ask = async (spot: Spot, source: string): Promise<void> => {
    try {
      const file = (await fileInfo(call, spot.team, fileOf(source)))['file'] as SlackFile & { readonly user?: string };
      const postings = postingsOf([file], messageOf(source));
      await tell(spot, { user: file.user ?? '', id: `again:${source}`, postings });
    } catch (error) {
      if (!isTalesError(error) || error.code !== 'picture-not-received') throw error;
      const id = `lost:${source}`;
      await receive({ thread: nameThread(spot), event: { type: 'lost', id, sources: [source] } });
    }
  };

  const catchUp = async (spot: Spot, { mark, awaited }: Asked): Promise<void> => {
    const thread = nameThread(spot);
    const held = await heldIn(spot, thread);
    // Whether a picture is still there can be seen in the whole thread alone.
    const { listed, told } = await tellSince(spot, held.length > 0 ? spot.ts : since(mark, spot.ts), mark);
    const gone = takenBack(held, listed, spot.ts, clock.now());
    for (const source of gone)
      await receive({ thread, event: { type: 'withdrawn', id: `gone:${source}`, sources: [source] } });
    const settled = new Set([...told, ...gone]);
    for (const source of awaited) if (!settled.has(source)) await ask(spot, source);
  };

  // Slack lets a workspace's histories be read slowly: one thread after another, so that none waits too long and fails.
  const serial = createSerial();
  return (spot, message) => serial.run(spot.team, () => catchUp(spot, message));
}
