// `storybook models …`, as it is typed.
import type { Locale } from '../../story.ts';
import { Argument, type Command, type JsonOption } from '../grammar.ts';
import { HELP } from '../help.ts';
import { MODELS_HELP } from '../models-help.ts';
import { oneOf } from '../options.ts';

/** What `storybook models …` does. */
export interface ModelActions {
  list(options: JsonOption): Promise<void>;
  pull(names: readonly string[], options: JsonOption): Promise<void>;
  verify(names: readonly string[], options: JsonOption): Promise<void>;
  add(engine: ModelEngine, folder: string, options: JsonOption): Promise<void>;
  remove(name: string, options: JsonOption & { readonly yes?: boolean }): Promise<void>;
}

/** Engines that work from a folder. */
const MODEL_ENGINES = ['blip', 't5', 'kot5', 'kogpt2'] as const;
type ModelEngine = (typeof MODEL_ENGINES)[number];

export function addModels(program: Command, locale: Locale, open: () => Promise<ModelActions>): void {
  const help = MODELS_HELP[locale];
  const models = program
    .command('models')
    .description(help.models)
    .addHelpText('after', help.examples)
    .helpCommand(false);
  const verb = (name: string, about: string): Command =>
    models.command(name).description(about).option('--json', HELP[locale].json);
  verb('list', help.list).action(async (options: JsonOption) => (await open()).list(options));
  verb('pull', help.pull)
    .addArgument(new Argument('[names...]', help.pullNames))
    .action(async (names: readonly string[], options: JsonOption) => (await open()).pull(names, options));
  verb('verify', help.verify)
    .addArgument(new Argument('[names...]', help.verifyNames))
    .action(async (names: readonly string[], options: JsonOption) => (await open()).verify(names, options));
  verb('add', help.add)
    .addArgument(new Argument('<engine>', `${help.engine} (${MODEL_ENGINES.join(' | ')})`))
    .addArgument(new Argument('<folder>', help.folder))
    .action(async (engine: string, folder: string, options: JsonOption) =>
      (await open()).add(oneOf('models add', MODEL_ENGINES)(engine), folder, options),
    );
  verb('remove', help.remove)
    .addArgument(new Argument('<name>', help.name))
    .option('-y, --yes', help.yes)
    .action(async (name: string, options: JsonOption & { readonly yes?: boolean }) =>
      (await open()).remove(name, options),
    );
}
