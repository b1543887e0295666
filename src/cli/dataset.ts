// `storybook dataset …`: what each command does. How data sets are made is the pipeline's.
import { EXIT } from '../exit-codes.ts';
import { type BuiltDataset, type FaultKind, synthesizeDataset } from '../pipeline/index.ts';
import type { DatasetActions } from './commands/dataset.ts';
import { runBuild } from './dataset-build.ts';
import { DATASET_WORDING, type DatasetWording } from './dataset-wording.ts';
import { json, type Output, shown } from './results.ts';
import type { Surroundings } from './surroundings.ts';

interface DatasetSurroundings extends Surroundings {
  readonly stdout: Output;
  /** Sets the exit status for what is told rather than thrown. */
  readonly end: (status: number) => void;
}

/** What there is to say of a data set, line by line. */
function linesOf(out: string, built: BuiltDataset, words: DatasetWording): readonly string[] {
  const { rows, faults, pieces, untranslated, sharedBooks, report } = built;
  const kinds = Object.entries(faults) as [FaultKind, number][];
  const count = kinds.reduce((sum, [, number]) => sum + number, 0);
  const notes = [
    ...(count > 0
      ? [words.leftOut(count, shown(report)), ...kinds.map(([kind, n]) => `  ${words.faults[kind]}: ${n}`)]
      : []),
    ...(pieces.length > 0 ? [words.pieces(pieces.join(', '))] : []),
    ...(untranslated > 0 ? [words.untranslated(untranslated)] : []),
    ...(sharedBooks > 0 ? [words.sharedBooks(sharedBooks)] : []),
    ...(rows.train > 0 && rows.val === 0 ? [words.noValidation] : []),
    ...(rows.train + rows.val === 0 ? [words.noRows] : []),
  ];
  return [words.built(shown(out)), `  ${words.rows(rows.train, rows.val)}`, ...notes.map((line) => `  ${line}`)];
}

export function createDatasetActions(around: DatasetSurroundings): DatasetActions {
  const { locale, progress, signal, stdout, end } = around;
  const words = DATASET_WORDING[locale];
  return {
    async build(options) {
      const built = await runBuild(options, around);
      if (options.json) stdout.write(json({ folder: options.out, ...built }));
      else for (const line of linesOf(options.out, built, words)) stdout.write(`${line}\n`);
      if (built.rows.train + built.rows.val === 0) end(EXIT.input);
    },
    async synthesize({ out, count, seed, size, json: asJson = false }) {
      progress.count(words.drawing, count);
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
