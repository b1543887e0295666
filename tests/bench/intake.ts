// How long receiving ten photographs of 12 megapixels and encoding them for print takes, and with how much memory.
// `run.ts` joins it with rendering. The photographs are made in a process of their own, so that making them
// does not count. By hand: MALLOC_ARENA_MAX=2 node --expose-gc tests/bench/intake.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Received, receivePicture } from '../../src/pipeline/image/receive.ts';
import { encodeForPrint } from '../../src/render/pictures.ts';
import { noisyPhoto } from '../fakes/photos.ts';

const FORMATS = ['jpeg', 'jpeg', 'png', 'jpeg', 'webp', 'jpeg', 'png', 'jpeg', 'webp', 'jpeg'] as const;
const LIMITS = { bytes: 200 * 2 ** 20, pixels: 60e6, frames: 100 };
const BUDGET = 9.5 * 2 ** 20;

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
/** The most memory this process has had, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;

/** Writes the ten photographs into a folder, in a child process, and names them. */
export function makePhotos(folder: string): readonly string[] {
  execFileSync(process.execPath, [import.meta.filename, 'make', folder]);
  return FORMATS.map((format, index) => join(folder, `${index}.${format}`));
}

async function make(folder: string): Promise<void> {
  for (const [index, format] of FORMATS.entries()) {
    const bytes = await noisyPhoto({ width: 4000, height: 3000, seed: index + 1, format });
    await writeFile(join(folder, `${index}.${format}`), bytes);
  }
}

export interface IntakeFigures {
  readonly received: readonly Received[];
  readonly intakeSeconds: number;
  readonly printSeconds: number;
}

/** Prints the figures and returns them, with the pictures for whatever is measured next. */
export async function benchIntake(files: readonly string[]): Promise<IntakeFigures> {
  const before = performance.now();
  // All at once, as a message with ten pictures brings them: the intake holds back what does not fit.
  const received = await Promise.all(
    files.map(async (file) => receivePicture(await readFile(file), { limits: LIMITS, name: file })),
  );
  const between = performance.now();
  console.log(
    `intake of ${files.length}: ${((between - before) / 1000).toFixed(1)} s, peak ${mebibytes(peakMemory())}`,
  );
  const kept = received.reduce((sum, { picture }) => sum + picture.size, 0);
  console.log(`kept: ${mebibytes(kept)}, ${received.map(({ picture }) => picture.mediaType.slice(6)).join(' ')}`);
  const sources = received.map(({ picture, bytes }) => ({ key: picture.key, read: async () => bytes }));
  const start = performance.now();
  const { images, step } = await encodeForPrint(sources, { budget: BUDGET });
  const printSeconds = (performance.now() - start) / 1000;
  const printed = [...images.values()].reduce((sum, { jpeg }) => sum + jpeg.length, 0);
  console.log(
    `for print: ${printSeconds.toFixed(1)} s, ${mebibytes(printed)} at ${step.longSide}/q${step.quality}, peak ${mebibytes(peakMemory())}`,
  );
  return { received, intakeSeconds: (between - before) / 1000, printSeconds };
}

if (process.argv[1] === import.meta.filename) {
  const [, , verb, given] = process.argv;
  if (verb === 'make' && given) await make(given);
  else {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      await benchIntake(makePhotos(folder));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
