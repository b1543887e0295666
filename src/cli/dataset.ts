// `storybook dataset …`: what each command does. How data sets are made is the pipeline's.
import { synthesizeDataset } from '../pipeline/index.ts';
import type { DatasetActions } from './commands/dataset.ts';
import { DATASET_WORDING } from './dataset-wording.ts';
import { json, type Output, shown } from './results.ts';
import type { Surroundings } from './surroundings.ts';

interface DatasetSurroundings extends Surroundings {
  readonly stdout: Output;
}

export function createDatasetActions({ locale, progress, signal, stdout }: DatasetSurroundings): DatasetActions {
  const words = DATASET_WORDING[locale];
  return {
    async synthesize({ out, count, seed, size, json: asJson = false }) {
      progress.step(words.drawing, count);
      const onPicture = (done: number): void => progress.at(done);
      const made = await synthesizeDataset({ out, count, seed, pixels: size, signal, onPicture });
      progress.end();
      if (asJson) {
        stdout.write(json({ folder: out, ...made }));
        return;
      }
      const { pictures, books, training, validation, captions } = made;
      stdout.write(`${words.drawn(shown(out), pictures, books, training, validation)}\n`);
      stdout.write(`  ${words.captions(shown(captions))}\n`);
    },
  };
}
