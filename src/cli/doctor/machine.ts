// What the doctor finds of the computer itself: what reads pictures, what prints, what computes, and whether the memory is
// enough for the models that are chosen.
import { availableParallelism, totalmem } from 'node:os';
import type { Config } from '../../config.ts';
import { type Finding, probe } from '../../finding.ts';
import { checkDevice } from '../../pipeline/index.ts';
import { loadSharp } from '../../raster.ts';
import { probeFonts } from '../../render/index.ts';
import type { Locale } from '../../story.ts';
import { deviceNote } from '../device-note.ts';
import { gibibytes, sizeOf } from './sizes.ts';
import { DOCTOR_WORDING } from './wording.ts';

/** Decodes and encodes a picture of four pixels, so that a broken native library shows here and not in class. */
async function probePictures(): Promise<string> {
  const sharp = await loadSharp();
  const create = { width: 2, height: 2, channels: 3, background: '#fff' } as const;
  const png = await sharp({ create }).png().toBuffer();
  const { width } = await sharp(png).metadata();
  if (width !== 2) throw new Error(`a 2 pixel picture came back as ${width}`);
  return `sharp, libvips ${sharp.versions.vips}`;
}

/** What computes the models; of no interest while there are none. */
async function computing(config: Config, locale: Locale): Promise<readonly Finding[]> {
  if (!config.blipDir && !config.kot5Dir && !config.kogpt2Dir && !config.translatorDir) return [];
  const look = async () => {
    const report = await checkDevice(config);
    const note = deviceNote(config, report, locale);
    return note === undefined
      ? { detail: `${report.used}, ${config.precision}` }
      : ({ state: 'absent', detail: note } as const);
  };
  return [await probe('machine.computing', DOCTOR_WORDING[locale].computing, locale, look)];
}

/** Of a model's weights, what it takes to compute with them: fp32 keeps them whole beside what it computes. */
const SHARE = { fp32: 1.3, int8: 0.6 } as const;

/** @param weights bytes of all models together. */
export const memoryFor = (weights: number, { precision }: Pick<Config, 'precision'>): number =>
  weights * SHARE[precision];

/** @param weights bytes of the weights of all models that are chosen. */
export function memoryFinding(weights: number, config: Config, locale: Locale): Finding {
  const words = DOCTOR_WORDING[locale];
  const [needed, free] = [memoryFor(weights, config), process.availableMemory()];
  const detail = [
    words.memoryFree(gibibytes(free), gibibytes(totalmem())),
    ...(weights > 0 ? [words.memoryNeeded(sizeOf(needed))] : []),
  ].join(' ');
  const about = { id: 'machine.memory', what: words.memory, detail } as const;
  return needed > free ? { ...about, state: 'absent', advice: words.memoryShort } : { ...about, state: 'ready' };
}

export async function machineFindings(config: Config, locale: Locale): Promise<readonly Finding[]> {
  const words = DOCTOR_WORDING[locale];
  return [
    {
      id: 'machine.node',
      state: 'ready',
      what: words.machine,
      detail: `Node ${process.versions.node}, ${process.platform} ${process.arch}, CPU ${availableParallelism()}`,
    },
    await probe('machine.pictures', words.pictures, locale, async () => ({ detail: await probePictures() })),
    await probe('machine.fonts', words.fonts, locale, async () => ({ detail: words.printable(probeFonts()) })),
    ...(await computing(config, locale)),
  ];
}
