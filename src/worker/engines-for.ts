// The engines of a configuration as the rules of a classroom leave them: chosen when a job first needs them, kept for each
// kind of rules, with models that all of them share.
import type { Config } from '../config.ts';
import type { WorkRules } from '../jobs.ts';
import {
  chooseCaptioner,
  chooseKeywords,
  chooseModerator,
  chooseStoryteller,
  chooseTranslator,
  forbiddenStoryteller,
  narrowed,
  serviceName,
} from '../pipeline/index.ts';
import { once } from './once.ts';
import type { Engines } from './tools.ts';

function enginesOf(config: Config, rules: WorkRules | undefined): Engines {
  const left = narrowed(config, rules);
  const forbidden = forbiddenStoryteller(config, rules);
  return {
    captioner: once(() => chooseCaptioner(left)),
    translator: once(() => chooseTranslator(left)),
    keywords: once(() => chooseKeywords(left)),
    storyteller: once(() => chooseStoryteller(left)),
    moderator: () => chooseModerator(left),
    ...(left.openai && { service: serviceName(left.openai) }),
    ...(forbidden !== undefined && { forbidden }),
  };
}

/** Nothing is loaded before the first job that needs it. */
export function enginesFor(config: Config): (rules: WorkRules | undefined) => Engines {
  const kept = new Map<string, Engines>();
  return (rules) => {
    const kind = rules ? `${rules.engines} ${rules.moderation}` : '';
    const engines = kept.get(kind) ?? enginesOf(config, rules);
    kept.set(kind, engines);
    return engines;
  };
}
