// `storybook doctor`: what runs here, which engine each seam uses and why, and what is missing.
import { access, statfs } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { isTalesError } from '../errors.ts';
import { explain } from '../explain.ts';
import { type ChosenEngine, checkDevice, checkEngine, enginesOf } from '../pipeline/index.ts';
import { loadSharp } from '../raster.ts';
import { probeFonts } from '../render/index.ts';
import type { Locale } from '../story.ts';
import { deviceNote } from './device-note.ts';
import { DOCTOR_WORDING } from './doctor-wording.ts';
import { assertWritable } from './output.ts';
import type { Surroundings } from './surroundings.ts';

/** `absent` is no fault: something optional that is not set up. */
export interface Finding {
  readonly state: 'ready' | 'absent' | 'broken';
  readonly what: string;
  readonly detail: string;
}

/** Runs a probe; what it throws becomes the finding. */
async function probe(what: string, locale: Locale, look: () => Promise<string>): Promise<Finding> {
  try {
    return { state: 'ready', what, detail: await look() };
  } catch (error) {
    const detail = isTalesError(error) ? explain(error, locale) : String(error);
    return { state: 'broken', what, detail };
  }
}

const gibibytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
const weightOf = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : gibibytes(bytes);

/** Decodes and encodes a picture of four pixels, so that a broken native library shows here and not in class. */
async function probePictures(): Promise<string> {
  const sharp = await loadSharp();
  const create = { width: 2, height: 2, channels: 3, background: '#fff' } as const;
  const png = await sharp({ create }).png().toBuffer();
  const { width } = await sharp(png).metadata();
  if (width !== 2) throw new Error(`a 2 pixel picture came back as ${width}`);
  return `sharp, libvips ${sharp.versions.vips}`;
}

/** The folder itself or the closest one above it that is there: where it would be made. */
async function nearestExisting(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** An engine that works from a folder is looked at; without one it is what it is. */
async function engineFinding(engine: ChosenEngine, config: Config, locale: Locale): Promise<Finding> {
  const words = DOCTOR_WORDING[locale];
  const { seam, name, known } = engine;
  const about = `${name} – ${words.engines[seam][name] ?? name} (${words.known}: ${known.join(', ')})`;
  if (name === 'none') return { state: 'absent', what: words.seams[seam], detail: about };
  return probe(words.seams[seam], locale, async () => {
    const model = await checkEngine(engine, config);
    return model ? `${about} · ${words.weights(model.folder, weightOf(model.size))}` : about;
  });
}

/** What computes the models; of no interest while there are none. */
async function computingFinding(config: Config, locale: Locale): Promise<readonly Finding[]> {
  if (!config.blipDir && !config.kot5Dir && !config.translatorDir) return [];
  const what = DOCTOR_WORDING[locale].computing;
  let note: string | undefined;
  const finding = await probe(what, locale, async () => {
    const report = await checkDevice(config);
    note = deviceNote(config, report, locale);
    return note ?? `${report.used}, ${config.precision}`;
  });
  return [note === undefined ? finding : { ...finding, state: 'absent' }];
}

/** Everything worth knowing before the first book, in the order in which a person would check it. */
export async function doctor({ config, locale }: Surroundings): Promise<readonly Finding[]> {
  const words = DOCTOR_WORDING[locale];
  const machine: Finding = {
    state: 'ready',
    what: words.machine,
    detail: `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} CPU, ${gibibytes(totalmem())}`,
  };
  const engines = await Promise.all(enginesOf(config).map((engine) => engineFinding(engine, config, locale)));
  return [
    machine,
    await probe(words.pictures, locale, probePictures),
    await probe(words.fonts, locale, async () => probeFonts().join(', ')),
    await probe(words.dataFolder, locale, async () => {
      const existing = await nearestExisting(config.dataDir);
      await assertWritable(join(existing, 'probe'));
      const { bavail, bsize } = await statfs(existing);
      return `${config.dataDir} (${words.free(gibibytes(bavail * bsize))})`;
    }),
    ...engines,
    ...(await computingFinding(config, locale)),
    { state: 'ready', what: words.network, detail: words.noNetwork },
  ];
}
