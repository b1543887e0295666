// Makes a data set to train storytellers with: finds pictures and annotations, pairs them, has the pictures described,
// and writes the tables. Started again, it goes on where it stopped; what it writes at the end does not tell how often.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTalesError, TalesError } from '../../errors.ts';
import { holdLock, type RunningLock } from '../../running-lock.ts';
import { UNFINISHED } from '../../whole-file.ts';
import type { PictureLimits } from '../image/receive.ts';
import type { Captioner, Translator } from '../types.ts';
import { annotate, type PicturedRow, type SplitOptions } from './annotate.ts';
import { describeAll } from './describing.ts';
import { type CaptionOf, joinTables } from './join.ts';
import { type Journal, openJournal } from './journal.ts';
import { openOutFolder } from './out-folder.ts';
import { byName, type Named } from './pairing.ts';
import { loadPicture } from './pictures.ts';
import { strip } from './python-text.ts';
import { countFaults, type Fault, type FaultCounts, REPORT, writeReport } from './report.ts';
import type { Part } from './rows.ts';
import { type CaptionSettings, isOurs, JOURNAL, takeUp } from './settings.ts';
import { findSources, pathOf, type Sources } from './sources.ts';

/** Who says what is in the pictures. */
export type Describing =
  | { readonly kind: 'engine'; readonly captioner: Captioner; readonly translator: Translator }
  /** The people who annotated them. */
  | { readonly kind: 'annotations' }
  /** Nobody. */
  | { readonly kind: 'none' };

/** What the work has come to. `total` may be 0 where nobody knows. */
export type BuildStep = 'finding' | 'annotations' | 'captions' | 'writing';

export interface BuildOptions extends SplitOptions {
  readonly images: readonly string[];
  readonly annotations: readonly string[];
  readonly out: string;
  readonly describing: Describing;
  readonly settings: CaptionSettings;
  readonly restart: boolean;
  readonly limits: PictureLimits;
  /** Pictures in memory at one time. */
  readonly batch: number;
  readonly signal?: AbortSignal;
  /** @param before of the step's parts, those that an earlier run had done. */
  readonly onStep?: (step: BuildStep, total: number, before: number) => void;
  readonly onDone?: (done: number) => void;
}

export interface BuiltDataset {
  readonly rows: Readonly<Record<Part, number>>;
  readonly faults: FaultCounts;
  /** Names of pieces of archives that were not put together. */
  readonly pieces: readonly string[];
  /** Captions that are not in Korean. */
  readonly untranslated: number;
  /** Books that are in both parts. */
  readonly sharedBooks: number;
  readonly report: string;
}

/** Engines that work here take a batch at once, services each picture by itself. */
const IN_BATCHES: ReadonlySet<string> = new Set(['blip']);
const LOCK = '.lock';

/** @throws TalesError `folder-not-empty` when something else lies there, `option-invalid`, `file-unwritable`. */
async function openFolder(out: string): Promise<void> {
  const held = (await openOutFolder(out)).filter((name) => !name.startsWith('.') || UNFINISHED.test(name));
  if (held.length > 0 && !(await isOurs(out))) throw new TalesError('folder-not-empty', { path: out });
  for (const name of held) if (UNFINISHED.test(name)) await rm(join(out, name), { force: true });
}

/** Two runs would describe every picture twice. */
async function lockFolder(out: string): Promise<RunningLock> {
  try {
    return await holdLock(join(out, LOCK));
  } catch (cause) {
    throw isTalesError(cause) && cause.code === 'already-running'
      ? new TalesError('folder-busy', { path: out }, { cause })
      : cause;
  }
}

interface Material {
  readonly pictures: Named;
  readonly annotations: Named;
  readonly pieces: readonly string[];
}

async function describe(
  pictured: readonly PicturedRow[],
  journal: Journal,
  options: BuildOptions,
): Promise<readonly Fault[]> {
  const { describing, limits, batch, signal, onStep, onDone } = options;
  if (describing.kind !== 'engine') return [];
  const { captioner, translator } = describing;
  const together = IN_BATCHES.has(captioner.name);
  const wanted = pictured.map(({ id, picture }) => ({
    id,
    path: pathOf(picture),
    load: () => loadPicture(picture, limits, together, signal),
  }));
  onStep?.('captions', wanted.length, wanted.filter(({ id }) => journal.get(id) !== undefined).length);
  return await describeAll(wanted, {
    captioner,
    translator,
    journal,
    together,
    batch,
    ...(signal && { signal }),
    ...(onDone && { onDone }),
  });
}

/** What is said of each picture, and whose is said nothing of. */
function captionsOf(pictured: readonly PicturedRow[], journal: Journal, { kind }: Describing) {
  const faults: Fault[] = [];
  let untranslated = 0;
  const captions = new Map<string, CaptionOf>();
  for (const { id, picture, described } of pictured) {
    const known = kind === 'engine' ? journal.get(id) : undefined;
    const caption = kind === 'engine' ? (known?.text ?? '') : kind === 'annotations' ? described : '';
    const path = pathOf(picture);
    if (known?.text && known.locale !== 'ko') untranslated += 1;
    if (strip(caption) !== '' || kind === 'none') captions.set(id, { path, caption });
    else if (kind === 'annotations' || known) faults.push({ kind: 'no-caption', id, path });
  }
  return { captions, faults, untranslated };
}

function pairingFaults({ pictures, annotations, pieces }: Material, used: ReadonlySet<string>): readonly Fault[] {
  const faults = (kind: Fault['kind'], files: Named['first']): Fault[] =>
    files.map((file) => ({ kind, id: file.stem, path: pathOf(file) }));
  return [
    ...faults(
      'no-annotation',
      pictures.first.filter(({ stem }) => !used.has(stem)),
    ),
    ...faults('doubled-picture', pictures.further),
    ...faults('doubled-annotation', annotations.further),
    ...pieces.map((path): Fault => ({ kind: 'archive-piece', path })),
  ];
}

async function buildFrom(material: Material, options: BuildOptions): Promise<BuiltDataset> {
  const { out, describing, signal, onStep, onDone } = options;
  const call = { ...(signal && { signal }), ...(onDone && { onDone }) };
  const told = material.annotations.first;
  const shown = new Map(material.pictures.first.map((picture) => [picture.stem, picture]));
  onStep?.('annotations', told.length, 0);
  const { split, share } = options;
  const annotated = await annotate(told, shown, { out, split, share, ...call });
  const journal = await openJournal(join(out, JOURNAL));
  try {
    const refused = await describe(annotated.pictured, journal, options);
    const { captions, faults, untranslated } = captionsOf(annotated.pictured, journal, describing);
    onStep?.('writing', annotated.rows.train + annotated.rows.val, 0);
    const rows = await joinTables({ out, captionOf: (id) => captions.get(id), ...call });
    const paired = pairingFaults(
      material,
      new Set([...told.map(({ stem }) => stem), ...annotated.pictured.map(({ id }) => id)]),
    );
    const all = [...annotated.faults, ...paired, ...refused, ...faults];
    await writeReport(out, all);
    const { sharedBooks } = annotated;
    return {
      rows,
      faults: countFaults(all),
      pieces: material.pieces,
      untranslated,
      sharedBooks,
      report: join(out, REPORT),
    };
  } finally {
    await journal.close();
  }
}

/**
 * @throws TalesError `file-missing`, `file-unreadable`, `data-unusable` (a broken archive or journal), `nothing-paired`,
 * `folder-not-empty`, `work-differs`, `file-unwritable`, `folder-busy`, `cancelled`, and whatever the captioner's and
 * the translator's services throw. All captions that were made stay.
 */
export async function build(options: BuildOptions): Promise<BuiltDataset> {
  const { images, annotations, out, signal, settings, restart, onStep } = options;
  await openFolder(out);
  const lock = await lockFolder(out);
  const opened: Sources[] = [];
  const find = async (paths: readonly string[], kind: 'picture' | 'annotation'): Promise<Sources> => {
    const sources = await findSources(paths, kind, { except: out, ...(signal && { signal }) });
    opened.push(sources);
    return sources;
  };
  try {
    onStep?.('finding', 0, 0);
    const [shown, told] = [await find(images, 'picture'), await find(annotations, 'annotation')];
    const counts = { pictures: shown.found.length, annotations: told.found.length };
    if (counts.pictures === 0 || counts.annotations === 0) throw new TalesError('nothing-paired', counts);
    await takeUp(out, settings, restart);
    const pieces = [...new Set([...shown.pieces, ...told.pieces])];
    return await buildFrom({ pictures: byName(shown.found), annotations: byName(told.found), pieces }, options);
  } finally {
    for (const sources of opened) sources.close();
    lock.release();
  }
}
