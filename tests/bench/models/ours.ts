// Times our own models in a process of its own, so that memory is theirs alone, and prints the figures as JSON.
// Run by `../models.ts` with: T5 folder, BLIP folder, threads, precision, and a folder for what int8 makes.
import { createGenerator } from '../../../src/pipeline/generation/generate.ts';
import { loadBlip } from '../../../src/pipeline/onnx/blip.ts';
import type { LoadOptions } from '../../../src/pipeline/onnx/load.ts';
import { loadT5, type T5Model } from '../../../src/pipeline/onnx/t5.ts';
import { timeMatrices } from './matrices.ts';
import { BOOK, CAPTION_OPTIONS, inputIds, type OurFigures, pixels, STORY_OPTIONS } from './work.ts';

const [t5Folder = '', blipFolder = '', threadCount = '2', precision = 'fp32', cacheDir = ''] = process.argv.slice(2);
const threads = Number(threadCount);
const options: LoadOptions = precision === 'int8' ? { threads, precision, cacheDir } : { threads };
const pages = Array.from({ length: BOOK.pages }, (_, page) => page);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const t5Input = (page: number) => ({
  inputIds: Int32Array.from(inputIds(page)),
  attentionMask: new Uint8Array(BOOK.inputLength).fill(1),
});

/** Median seconds of a step with this many rows, over the first steps of a page. */
async function stepTime(
  t5: T5Model,
  { pageCount, beams, steps }: { pageCount: number; beams: number; steps: number },
): Promise<number> {
  const at: number[] = [];
  const options = { ...STORY_OPTIONS, numBeams: beams, maxLength: steps, minLength: steps };
  await createGenerator(t5).generate(pages.slice(0, pageCount).map(t5Input), options, {
    onStep: (index) => {
      if (index === 0) at.push(performance.now());
    },
  });
  return median(at.slice(1).map((time, index) => (time - (at[index] ?? time)) / 1000));
}

async function measure(): Promise<Omit<OurFigures, 'matrices'>> {
  // Once without the clock: int8 weights are made only the first time, and the files come into memory.
  await (await loadT5(t5Folder, options)).close();
  await (await loadBlip(blipFolder, options)).close();
  const start = performance.now();
  const t5 = await loadT5(t5Folder, options);
  const blip = await loadBlip(blipFolder, options);
  const load = (performance.now() - start) / 1000;
  const memoryLoaded = process.memoryUsage.rss();
  const captioner = createGenerator(blip);
  const storyteller = createGenerator(t5);
  const picture = { pixels: pixels(0) };
  const look = () => seconds(() => blip.show(picture));
  const found = {
    load,
    memoryLoaded,
    vision: Math.min(await look(), await look(), await look()),
    caption: await seconds(() => captioner.generate([picture], CAPTION_OPTIONS)),
    step1: await stepTime(t5, { pageCount: 1, beams: 1, steps: 24 }),
    step3: await stepTime(t5, { pageCount: 1, beams: 3, steps: 24 }),
    step30: await stepTime(t5, { pageCount: 10, beams: 3, steps: 16 }),
    captions: await seconds(() =>
      captioner.generate(
        pages.map((page) => ({ pixels: pixels(page) })),
        CAPTION_OPTIONS,
      ),
    ),
    stories: await seconds(() => storyteller.generate(pages.map(t5Input), STORY_OPTIONS)),
  };
  await t5.close();
  await blip.close();
  return { ...found, memoryPeak: process.resourceUsage().maxRSS * 1024 };
}

const found = await measure();
const folders = { t5: t5Folder, blip: blipFolder, ...(precision === 'int8' && { cacheDir }) };
console.log(JSON.stringify({ ...found, matrices: await timeMatrices(folders, threads) }));
