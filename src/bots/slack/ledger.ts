// The files of one delivery, brought to Slack step by step. Each step is written down before and after, so that stopping
// anywhere gives one file and not two.
import { TalesError } from '../../errors.ts';
import { SERVICE } from './faults.ts';
import { isGone, type NewFile, type SlackFiles } from './files.ts';
import { TIMES } from './limits.ts';
import type { Memory, SentRecord } from './memory.ts';
import type { SlackFile } from './payloads.ts';
import { nameThread, type Spot } from './thread.ts';

/** `pdf` and `cover` of a book; the key of its bytes where there are many. */
export type Part = string;

/** What is written down of one delivery, and how it is changed. */
export interface Ledger {
  record: SentRecord;
  readonly write: (change: SentRecord) => Promise<void>;
}

/** @param spot the thread of the book that it belongs to; none for what a class says. */
export async function openLedger(memory: Pick<Memory, 'sent'>, name: string, spot?: Spot): Promise<Ledger> {
  const ledger: Ledger = {
    record: { ...(await memory.sent.get(name)), ...(spot && { thread: nameThread(spot) }) },
    write: async (change) => {
      ledger.record = { ...ledger.record, ...change };
      await memory.sent.set(name, ledger.record);
    },
  };
  return ledger;
}

/** The file's id, handed over now or before. */
export async function uploaded(
  files: SlackFiles,
  ledger: Ledger,
  part: Part,
  team: string,
  read: () => Promise<NewFile>,
): Promise<string> {
  const before = ledger.record.files?.[part];
  if (before !== undefined) return before;
  const id = await files.upload(team, await read());
  await ledger.write({ files: { ...ledger.record.files, [part]: id } });
  return id;
}

export interface Placing {
  /** Put there all at once, so that one tells of all. */
  readonly items: readonly Item[];
  readonly team: string;
  /** The thread they go into; none for what messages show. */
  readonly spot?: Spot;
  /** Whether one is where it belongs. */
  readonly isSo: (file: SlackFile) => boolean;
}

export interface Item {
  readonly id: string;
  readonly title: string;
}

/** Puts files where they belong, unless that was done; where it is not known, Slack is asked first. Answers with the first. */
export async function placed(files: SlackFiles, ledger: Ledger, placing: Placing): Promise<SlackFile | undefined> {
  const { items, team, spot, isSo } = placing;
  const [first] = items;
  if (!first) return undefined;
  const { completing = [] } = ledger.record;
  if (completing.includes(first.id)) {
    const there = await files.await(team, first.id, isSo, TIMES.unknownFor);
    if (there) return there;
  } else await ledger.write({ completing: [...completing, ...items.map(({ id }) => id)] });
  try {
    await files.complete(team, items, spot);
  } catch (error) {
    if (!isGone(error)) throw error;
    // Slack has forgotten what was handed over; the next try hands it over anew.
    const lost = items.map(({ id }) => id);
    const kept = Object.entries(ledger.record.files ?? {}).filter(([, known]) => !lost.includes(known));
    await ledger.write({ files: Object.fromEntries(kept) });
    throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true, cause: error });
  }
  return files.await(team, first.id, isSo);
}
