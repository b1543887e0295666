// The command line's grammar: its commands put together. What they do is handed in by the door.
import type { Locale } from '../story.ts';
import { type AnthologyAction, addAnthology } from './commands/anthology.ts';
import { addCaption, type CaptionAction } from './commands/caption.ts';
import { addDataset, type DatasetActions } from './commands/dataset.ts';
import { addEvaluate, type EvaluateAction } from './commands/evaluate.ts';
import { addMake, type MakeAction } from './commands/make.ts';
import { addModels, type ModelActions } from './commands/models.ts';
import { addPrint, type PrintAction } from './commands/print.ts';
import { addSearchDecoding, type SearchAction } from './commands/search-decoding.ts';
import type { EngineNames } from './commands/story-options.ts';
import { addTell, type TellAction } from './commands/tell.ts';
import { type Command, createRoot, type JsonOption } from './grammar.ts';
import { HELP } from './help.ts';
import type { KeepingActions } from './keeping/actions.ts';
import { addKeeping } from './keeping/grammar.ts';

export interface Actions {
  readonly make: MakeAction;
  readonly tell: TellAction;
  readonly caption: CaptionAction;
  readonly anthology: AnthologyAction;
  readonly print: PrintAction;
  readonly doctor: (options: JsonOption) => Promise<void>;
  readonly models: () => Promise<ModelActions>;
  readonly evaluate: EvaluateAction;
  readonly dataset: () => Promise<DatasetActions>;
  readonly searchDecoding: SearchAction;
  readonly keeping: () => Promise<KeepingActions>;
}

/** The program, ready for `parseAsync`. Parsing throws CommanderError instead of exiting. */
export function createProgram(locale: Locale, version: string, engines: EngineNames, actions: Actions): Command {
  const help = HELP[locale];
  const program = createRoot(locale, version);
  addMake(program, locale, engines, actions.make);
  addAnthology(program, locale, engines, actions.anthology);
  addPrint(program, locale, actions.print);
  addTell(program, locale, engines, actions.tell);
  addCaption(program, locale, actions.caption);
  program
    .command('doctor')
    .description(help.doctor)
    .option('--json', help.json)
    .action((options: JsonOption) => actions.doctor(options));
  addModels(program, locale, actions.models);
  addDataset(program, locale, actions.dataset);
  addEvaluate(program, locale, actions.evaluate);
  addSearchDecoding(program, locale, actions.searchDecoding);
  addKeeping(program, locale, actions.keeping);
  return program;
}
