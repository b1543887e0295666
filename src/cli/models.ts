// `storybook models …`: what each command does. How models are fetched and kept is the pipeline's; what is printed is in
// `models-results.ts`.
import { isTalesError, TalesError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import {
  addModel,
  listModels,
  type ModelEntry,
  modelsToPull,
  planRemoval,
  pullModel,
  removeModel,
  verifyModels,
  type WeightsEvent,
} from '../pipeline/index.ts';
import { askYes } from './ask.ts';
import type { ModelActions } from './commands/models.ts';
import { isSound, MODEL_VARIABLES, printList, printVerified, pulledLine } from './models-results.ts';
import { MODELS_WORDING } from './models-wording.ts';
import { json, type Output, printFailure } from './results.ts';
import { sizeText } from './sizes.ts';
import type { Surroundings } from './surroundings.ts';

interface ModelSurroundings extends Surroundings {
  readonly stdout: Output;
  /** Sets the exit status for what is told rather than thrown. */
  readonly end: (status: number) => void;
}

/** Smaller files are not worth a bar, or a line while they are checked; bytes. */
const WORTH_A_BAR = 100 * 1024;
const WORTH_A_LINE = 10 * 1024 * 1024;

/** What is drawn while a model is fetched or checked. */
function teller({ progress, locale }: Surroundings): (event: WeightsEvent) => void {
  const words = MODELS_WORDING[locale];
  let isDrawn = false;
  const begin = (file: string, size: number, done: number): void => {
    progress.end();
    isDrawn = size >= WORTH_A_BAR;
    if (!isDrawn) return;
    progress.transfer(file, size);
    progress.at(done);
  };
  const say = (line: string): void => {
    isDrawn = false;
    progress.say(line);
  };
  return (event) => {
    switch (event.kind) {
      case 'fetching':
        return begin(event.file, event.size, event.done);
      case 'progress':
        if (!isDrawn) begin(event.file, event.size, event.done);
        return isDrawn ? progress.at(event.done) : undefined;
      case 'checking':
        return event.size >= WORTH_A_LINE ? say(words.checking(event.file)) : undefined;
      case 'retrying':
        return say(words.retrying(event.file, Math.ceil(event.seconds)));
      default:
        return say(words[event.kind](event.file));
    }
  };
}

/** The configuration here is as the environment has it, without what is remembered. */
export function createModelActions(around: ModelSurroundings): ModelActions {
  const { config, locale, progress, signal, terminal, stdout, end } = around;
  const words = MODELS_WORDING[locale];
  const options = { signal, tell: teller(around) };

  /** What the environment names comes before what commands say. */
  const sayOverridden = (engine: ModelEntry['engine']): void => {
    const { blipDir: blip, translatorDir: t5, kot5Dir: kot5, kogpt2Dir: kogpt2 } = config;
    const named = { blip, t5, kot5, kogpt2 }[engine];
    if (named !== undefined) progress.say(words.overridden(MODEL_VARIABLES[engine], named));
  };

  const pullAll = async (names: readonly string[]) => {
    const pulled = [];
    for (const { name, engine, licence, hub } of await modelsToPull(names)) {
      const size = sizeText(hub.approximateSize);
      const source = `${hub.repo} @ ${hub.revision.slice(0, 12)}`;
      progress.say(words.pulling(source, licence ?? words.ownLicence, size, config.hub.home));
      pulled.push(await pullModel(name, config, options));
      progress.end();
      sayOverridden(engine);
    }
    return pulled;
  };

  /** Unlike elsewhere, something half done is left on purpose. */
  const stopped = (error: unknown, names: readonly string[], asJson: boolean): void => {
    if (!isTalesError(error) || error.code !== 'cancelled') throw error;
    progress.end();
    const sentence = words.keptPart(['npx storybook models pull', ...names].join(' '));
    progress.say(sentence);
    if (asJson) printFailure(stdout, error, sentence);
    end(EXIT.cancelled);
  };

  const mayDelete = async (name: string, files: number, size: number, yes: boolean): Promise<boolean> => {
    if (yes || files === 0) return true;
    if (!terminal) {
      const expected = { kind: 'with', options: ['--yes'] } as const;
      throw new TalesError('option-invalid', { option: 'models remove', value: name, expected });
    }
    return askYes({ ...terminal, locale }, words.askRemove(name, files, sizeText(size)), false);
  };

  return {
    async list({ json: asJson = false }) {
      printList(stdout, await listModels(config), locale, asJson);
    },
    async pull(names, { json: asJson = false }) {
      try {
        const pulled = await pullAll(names);
        if (asJson) stdout.write(json(pulled));
        else for (const model of pulled) stdout.write(`${pulledLine(model, words)}\n`);
      } catch (error) {
        stopped(error, names, asJson);
      }
    },
    async verify(names, { json: asJson = false }) {
      const verified = await verifyModels(names, config, options);
      progress.end();
      printVerified(stdout, verified, locale, asJson);
      const broken = verified.filter((model) => !isSound(model));
      if (broken.length === 0) return;
      const fetchable = new Set((await modelsToPull([])).map(({ name }) => name));
      const again = broken.map(({ name }) => name).filter((name) => fetchable.has(name));
      const command = ['npx storybook models pull', ...again].join(' ');
      progress.say(again.length > 0 ? words.someBroken(command) : words.handRepair);
      end(EXIT.file);
    },
    async add(engine, folder, { json: asJson = false }) {
      const sound = await addModel(engine, folder, config, signal);
      sayOverridden(engine);
      if (asJson) stdout.write(json({ engine, ...sound }));
      else stdout.write(`${words.added(engine, sound.folder, sizeText(sound.size))}\n`);
    },
    async remove(name, { yes = false, json: asJson = false }) {
      const removal = await planRemoval(name, config);
      const { files, size, isRemembered } = removal;
      const isThere = isRemembered || files.length > 0;
      const removed = isThere && (await mayDelete(name, files.length, size, yes));
      if (removed) await removeModel(removal, config, signal);
      if (asJson) stdout.write(json({ name, removed, files: removed ? files.length : 0, size: removed ? size : 0 }));
      else if (!isThere) stdout.write(`${words.nothingToRemove(name)}\n`);
      else if (!removed) stdout.write(`${words.kept(name)}\n`);
      else stdout.write(`${files.length > 0 ? words.removed(name, sizeText(size)) : words.forgotten(name)}\n`);
    },
  };
}
