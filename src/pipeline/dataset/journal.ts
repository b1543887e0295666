// The captions that were made so far: a file that is only ever added to, in whole lines, so that a crash at any point
// loses at most the line being written and no picture is ever described twice. What was said is kept as soon as it is
// said, its translation when that is there.
import { createReadStream } from 'node:fs';
import { type FileHandle, open, truncate } from 'node:fs/promises';
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import { LOCALES } from '../../story.ts';
import { unwritable } from '../../write-fault.ts';

const entry = z.object({
  id: z.string(),
  /** `null` where the captioner had nothing to say. */
  text: z.string().nullable(),
  locale: z.enum(LOCALES),
  /** Nothing more will become of it: it is in the wanted language, or could not be put into it. */
  final: z.boolean(),
});
export type JournalEntry = Readonly<z.infer<typeof entry>>;

export interface Journal {
  /** The last that is known of a picture. */
  get(id: string): JournalEntry | undefined;
  add(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** Up to the last line that was written to its end, in bytes. */
async function wholeLength(path: string): Promise<number> {
  let [length, whole] = [0, 0];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const last = chunk.lastIndexOf(0x0a);
    if (last >= 0) whole = length + last + 1;
    length += chunk.length;
  }
  return whole;
}

function entryOf(line: string): JournalEntry | undefined {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Split at line feeds alone: what people write may hold other ends of lines. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function readLines(path: string): Promise<Map<string, JournalEntry>> {
  const known = new Map<string, JournalEntry>();
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    const read = entryOf(line);
    if (read === undefined) throw new TalesError('data-unusable', { path, reason: 'syntax', line: number });
    known.set(read.id, read);
  }
  return known;
}

/**
 * Opens a journal, or begins one.
 * @throws TalesError `data-unusable` naming a line that is not one of ours, `file-unwritable`.
 */
export async function openJournal(path: string): Promise<Journal> {
  let handle: FileHandle;
  let known = new Map<string, JournalEntry>();
  try {
    const whole = await wholeLength(path).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (whole !== undefined) {
      await truncate(path, whole);
      known = await readLines(path);
    }
    handle = await open(path, 'a');
  } catch (cause) {
    throw cause instanceof TalesError ? cause : unwritable(path, cause);
  }
  return {
    get: (id) => known.get(id),
    async add(entries) {
      if (entries.length === 0) return;
      try {
        await handle.appendFile(entries.map((each) => `${JSON.stringify(each)}\n`).join(''));
        await handle.datasync();
      } catch (cause) {
        throw unwritable(path, cause);
      }
      for (const each of entries) known.set(each.id, each);
    },
    close: () => handle.close(),
  };
}
