// What a classroom's rules leave of a configuration: which engines may work, and whether words are looked at. Pure.
import type { Config } from '../config.ts';
import type { WorkRules } from '../jobs.ts';

/** The configuration without its service, and without those of its choices that need one: `auto` finds the nearest. */
function withoutService({ openai: _, ...config }: Config): Config {
  const { captioner, translator, keywords, storyteller } = config.engines;
  const own = <Choice extends string>(choice: Choice): Exclude<Choice, 'openai'> | 'auto' =>
    choice === 'openai' ? 'auto' : (choice as Exclude<Choice, 'openai'>);
  return {
    ...config,
    engines: {
      captioner: own(captioner),
      translator: own(translator),
      keywords: own(keywords),
      storyteller: own(storyteller),
    },
  };
}

const PLAIN = { captioner: 'none', translator: 'none', keywords: 'local', storyteller: 'frames' } as const;

function enginesOnly(config: Config, engines: WorkRules['engines']): Config {
  switch (engines) {
    case 'all':
      return config;
    case 'own':
      return withoutService(config);
    case 'plain':
      return { ...withoutService(config), engines: PLAIN };
    default:
      // Jobs come from other processes: what is not understood is not taken for a permission.
      throw new TypeError('no such rule about engines');
  }
}

/** The configuration itself where the rules take nothing from it and add nothing to it. */
export function narrowed(config: Config, rules: WorkRules | undefined): Config {
  if (rules === undefined) return config;
  const left = enginesOnly(config, rules.engines);
  return rules.moderation && !left.moderation ? { ...left, moderation: true } : left;
}

/** The storyteller that a configuration chooses by name and the rules forbid; then another tells, and people hear of it. */
export function forbiddenStoryteller(config: Config, rules: WorkRules | undefined): string | undefined {
  const { storyteller } = config.engines;
  return storyteller === 'auto' || storyteller === narrowed(config, rules).engines.storyteller
    ? undefined
    : storyteller;
}
