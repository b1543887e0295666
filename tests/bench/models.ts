// How fast the models are at full size: loading, a picture, a step, a ten-page book, and memory; with `--reference
// PYTHON` also how many times faster than transformers on the same folders, in the same run.
//   npm run bench -- --models [--threads N] [--reference PYTHON] [--alone PAGES] [--keep FOLDER]
// Weights are random, made here: they say nothing, and take as long as real ones.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { makeBlip, makeT5 } from './models/checkpoints.ts';
import { BOOK, type Figures, inputIds, type OurFigures, type Products, type TheirFigures } from './models/work.ts';

const run = promisify(execFile);
const here = (file: string): string => join(import.meta.dirname, 'models', file);

const mebibytes = (bytes = 0): string => `${Math.round(bytes / 2 ** 20)} MiB`;
const time = (value = 0): string => (value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`);
const times = (ratio: number): string => `${ratio.toFixed(1)} × faster`;

interface Folders {
  readonly t5: string;
  readonly blip: string;
}

async function figures<T extends Figures>(program: string, args: readonly string[]): Promise<T> {
  const { stdout } = await run(program, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}

const PRECISIONS = ['fp32', 'int8'] as const;

interface Run {
  readonly threads: string;
  readonly precision: (typeof PRECISIONS)[number];
  readonly cacheDir: string;
}

const ours = ({ t5, blip }: Folders, { threads, precision, cacheDir }: Run): Promise<OurFigures> =>
  figures(process.execPath, [here('ours.ts'), t5, blip, threads, precision, cacheDir]);

interface Reference {
  readonly python: string;
  readonly threads: string;
  /** Pages that it tells one by one. */
  readonly alone: string;
}

function reference({ t5, blip }: Folders, { python, threads, alone }: Reference): Promise<TheirFigures> {
  const ids = Array.from({ length: BOOK.pages }, (_, page) => inputIds(page));
  return figures(python, [here('reference.py'), t5, blip, threads, alone, JSON.stringify({ ...BOOK, inputIds: ids })]);
}

function printOurs(found: OurFigures, weightBytes: number): void {
  const { captions, stories, memoryLoaded } = found;
  const share = (memoryLoaded / weightBytes).toFixed(2);
  console.log(`load both models        ${time(found.load)}, ${mebibytes(memoryLoaded)} = ${share} × weights`);
  console.log(
    `picture                 ${time(found.vision)}, with a caption of ${BOOK.captionLength} tokens ${time(found.caption)}`,
  );
  console.log(`step at 1, 3, 30 rows   ${[found.step1, found.step3, found.step30].map(time).join(', ')}`);
  console.log(
    `book of ${BOOK.pages} pages        ${time(captions + stories)}: captions ${time(captions)}, stories ${time(stories)}`,
  );
  console.log(`peak memory             ${mebibytes(found.memoryPeak)}`);
}

const products = ({ seconds, operations }: Products): string =>
  `${time(seconds)} (${Math.round(operations / seconds / 1e9)} Gflop/s)`;

/** What the products with weights alone would take: the rest is attention, norms, choosing words, and waiting. */
function printLimits({ captions, stories, matrices }: OurFigures): void {
  const { look, word, read, step1, step3, step30 } = matrices;
  const least =
    BOOK.pages * (look.seconds + read.seconds) +
    (BOOK.captionLength - 1) * word.seconds +
    (BOOK.storyLength - 1) * step30.seconds;
  console.log(`matrices alone          picture ${products(look)}, page read ${products(read)}`);
  console.log(`  step at 1, 3, 30 rows ${[step1, step3, step30].map(products).join(', ')}`);
  console.log(
    `  book                  ${time(least)} = ${Math.round((100 * least) / (captions + stories))} % of its time`,
  );
}

function printRatios(our: OurFigures, their: TheirFigures, alone: string): void {
  const ourBook = our.captions + our.stories;
  const scaled = `(theirs from 1 caption and ${alone} stories, scaled to ${BOOK.pages})`;
  console.log(`caption                 ${times(their.caption / our.caption)}`);
  console.log(`book, page by page      ${times((their.captionsAlone + their.storiesAlone) / ourBook)} ${scaled}`);
  console.log(`book, in one batch      ${times((their.captions + their.stories) / ourBook)}`);
  console.log(`stories, page by page   ${times(their.storiesAlone / our.stories)}`);
  console.log(`stories, in one batch   ${times(their.stories / our.stories)}`);
}

interface Options {
  readonly folder: string;
  readonly threads: string;
  readonly python: string | undefined;
  readonly alone: string;
}

async function bench({ folder, threads, python, alone }: Options): Promise<void> {
  const [t5, blip] = [await makeT5(join(folder, 't5')), await makeBlip(join(folder, 'blip'))];
  const folders = { t5: t5.folder, blip: blip.folder };
  const bytes = t5.bytes + blip.bytes;
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${threads} threads; fp32 weights of ${mebibytes(bytes)}`);
  const found: OurFigures[] = [];
  for (const precision of PRECISIONS) {
    const our = await ours(folders, { threads, precision, cacheDir: join(folder, 'int8') });
    console.log(`\n${precision}`);
    printOurs(our, bytes);
    printLimits(our);
    found.push(our);
  }
  if (python === undefined) return;
  const their = await reference(folders, { python, threads, alone });
  console.log(
    `\ntransformers: load ${time(their.load)}, picture ${time(their.vision)}, with its caption ${time(their.caption)}`,
  );
  for (const [at, precision] of PRECISIONS.entries()) {
    console.log(`\n${precision}, than transformers`);
    printRatios(found[at] as OurFigures, their, alone);
  }
}

export async function benchModels(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      threads: { type: 'string', default: String(availableParallelism()) },
      reference: { type: 'string' },
      alone: { type: 'string', default: '2' },
      keep: { type: 'string' },
    },
  });
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'talesrunner-bench-')));
  try {
    await bench({ folder, threads: values.threads, python: values.reference, alone: values.alone });
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}
