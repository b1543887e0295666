// What the captions of a data set are made with. Captions of two kinds are not mixed in one data set by accident.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import { writeWholeFile } from '../../whole-file.ts';
import { unwritable } from '../../write-fault.ts';

const FILE = 'settings.json';
export const JOURNAL = 'captions.jsonl';

const schema = z.object({
  version: z.literal(1),
  captioner: z.string(),
  /** A folder, or the name of a service's model; empty where there is none. */
  captionerModel: z.string(),
  translator: z.string(),
  translatorModel: z.string(),
});
type Kept = z.infer<typeof schema>;
export type CaptionSettings = Readonly<Omit<Kept, 'version'>>;

const NAMES = ['captioner', 'captionerModel', 'translator', 'translatorModel'] as const;

/** `undefined` where the folder is none of ours. */
async function keptIn(folder: string): Promise<Kept | undefined> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw new TalesError('file-unreadable', { path }, { cause });
  });
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const isOurs = async (folder: string): Promise<boolean> => (await keptIn(folder)) !== undefined;

/**
 * Takes up the work in a folder, or begins it.
 * @param restart forget the captions that are there.
 * @throws TalesError `work-differs` when it was begun with other settings, `file-unwritable`.
 */
export async function takeUp(folder: string, settings: CaptionSettings, restart: boolean): Promise<void> {
  const kept = await keptIn(folder);
  const changed = NAMES.filter((name) => kept !== undefined && kept[name] !== settings[name]).map(
    (name) => `${name} ${kept?.[name] || '–'} → ${settings[name] || '–'}`,
  );
  if (changed.length > 0 && !restart) throw new TalesError('work-differs', { path: folder, settings: changed });
  try {
    if (restart) await rm(join(folder, JOURNAL), { force: true });
    await writeWholeFile(join(folder, FILE), `${JSON.stringify({ version: 1, ...settings }, undefined, 2)}\n`);
  } catch (cause) {
    throw unwritable(join(folder, FILE), cause);
  }
}
