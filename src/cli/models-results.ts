// What `storybook models …` prints on standard output: sentences for people, or JSON for programs.
import { explain } from '../explain.ts';
import type { ModelEntry, PulledModel, VerifiedModel } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';
import { MODELS_WORDING, type ModelsWording } from './models-wording.ts';
import { json, type Output } from './results.ts';
import { sizeText } from './sizes.ts';

export const MODEL_VARIABLES = {
  blip: 'BLIP_DIR',
  t5: 'TRANSLATOR_DIR',
  kot5: 'KOT5_DIR',
  kogpt2: 'KOGPT2_DIR',
} as const;

/** The command that a person without the model would type; `undefined` where nothing is missing. */
export function commandFor({ name, engine, state, repo }: ModelEntry, folder: string): string | undefined {
  if (state === 'used' || state === 'by-hand') return undefined;
  return repo === undefined ? `npx storybook models add ${engine} ${folder}` : `npx storybook models pull ${name}`;
}

function entryLines(entry: ModelEntry, locale: Locale): readonly string[] {
  const words = MODELS_WORDING[locale];
  const { name, engine, about, licence, repo, approximateSize, state, folder, isNamed } = entry;
  const facts = [
    licence ?? words.ownLicence,
    ...(approximateSize === undefined ? [] : [words.about(sizeText(approximateSize))]),
    ...(repo === undefined ? [] : [repo]),
  ];
  const where = isNamed ? [words.namedBy(MODEL_VARIABLES[engine])] : [];
  const command = commandFor(entry, words.folderWord);
  const purpose = repo === undefined ? words.byHand : state === 'unused' ? words.toUse : words.toGet;
  return [
    `${name} – ${about[locale]}`,
    `  ${facts.join(' · ')}`,
    `  ${[words.states[state], ...where, ...(folder === undefined ? [] : [folder])].join(' · ')}`,
    ...(command === undefined ? [] : [`  ${purpose}: ${command}`]),
  ];
}

export function printList(output: Output, entries: readonly ModelEntry[], locale: Locale, asJson: boolean): void {
  if (asJson) {
    const withCommand = (entry: ModelEntry) => {
      const command = commandFor(entry, 'FOLDER');
      return { ...entry, about: entry.about[locale], ...(command !== undefined && { command }) };
    };
    output.write(json(entries.map(withCommand)));
    return;
  }
  for (const entry of entries) output.write(`${entryLines(entry, locale).join('\n')}\n`);
}

export function pulledLine({ name, folder, size, fetched }: PulledModel, words: ModelsWording): string {
  return fetched === 0 ? words.thereAlready(name, folder) : words.pulled(name, sizeText(size), folder);
}

/** Nothing is wrong that anybody could tell. */
export const isSound = ({ files, fault }: VerifiedModel): boolean =>
  fault === undefined && files.every(({ state }) => state === 'sound' || state === 'unknown');

export function printVerified(
  output: Output,
  verified: readonly VerifiedModel[],
  locale: Locale,
  asJson: boolean,
): void {
  if (asJson) {
    const reported = verified.map(({ fault, ...model }) => ({
      ...model,
      isSound: isSound({ ...model, ...(fault && { fault }) }),
      ...(fault && { fault: { code: fault.code, message: explain(fault, locale), details: fault.details } }),
    }));
    output.write(json(reported));
    return;
  }
  const words = MODELS_WORDING[locale];
  for (const { name, folder, files, fault } of verified) {
    output.write(`${name} · ${folder}\n`);
    for (const { path, state } of files)
      output.write(
        `  ${state === 'sound' ? '✓' : state === 'unknown' ? '–' : '✗'} ${path}: ${words.fileStates[state]}\n`,
      );
    if (fault) output.write(`  ✗ ${explain(fault, locale)}\n`);
  }
  if (verified.length === 0) output.write(`${words.nothingHere}\n`);
  else if (verified.every(isSound)) output.write(`${words.allSound}\n`);
}
