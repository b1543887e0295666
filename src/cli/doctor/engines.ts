// What the doctor finds of the engines: which one each seam has and why, what it works from, how to get a better one, and
// how long a small trial of it takes.
import type { Config, Seam } from '../../config.ts';
import { isTalesError } from '../../errors.ts';
import { explainNote } from '../../explain.ts';
import { brokenBy, type Finding } from '../../finding.ts';
import {
  type ChosenEngine,
  checkEngine,
  enginesOf,
  type SoundModel,
  type Trial,
  tryEngine,
} from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';
import { memoryFor } from './machine.ts';
import { secondsOf, sizeOf } from './sizes.ts';
import { DOCTOR_WORDING } from './wording.ts';
import type { Why } from './wording-types.ts';

/** In milliseconds. Opening a large model from a slow disk takes its time; a service answers sooner, or never. */
const WITHIN = { model: 60_000, service: 30_000, rules: 2000 } as const;
/** From here on, opening is worth a word of its own. */
const SLOW = 2000;

const VARIABLES: Readonly<Record<Seam, string>> = {
  captioner: 'CAPTIONER',
  translator: 'TRANSLATOR',
  keywords: 'KEYWORDS',
  storyteller: 'STORYTELLER',
};

/** The names of what an engine needs, as far as they are set. */
function settingsOf(name: string, { blipDir, kot5Dir, kogpt2Dir, translatorDir, openai }: Config): readonly string[] {
  const set: Readonly<Record<string, readonly (string | false | undefined)[]>> = {
    blip: [blipDir && 'BLIP_DIR'],
    t5: [translatorDir && 'TRANSLATOR_DIR'],
    kot5: [kot5Dir && 'KOT5_DIR'],
    kogpt2: [kogpt2Dir && 'KOGPT2_DIR'],
    openai: [openai?.apiKey && 'OPENAI_API_KEY', openai?.baseUrl && 'OPENAI_BASE_URL'],
  };
  return (set[name] ?? []).filter((variable) => typeof variable === 'string');
}

const isModel = (name: string): boolean => ['blip', 't5', 'kot5', 'kogpt2'].includes(name);

export function whyChosen({ seam, name }: ChosenEngine, config: Config): Why {
  const value = config.engines[seam];
  if (value !== 'auto') return { kind: 'named', variable: VARIABLES[seam], value };
  const variables = settingsOf(name, config);
  if (variables.length > 0) return { kind: 'there', variables };
  return { kind: isModel(name) ? 'fetched' : 'nothing' };
}

export interface ExaminedEngines {
  readonly findings: readonly Finding[];
  /** Bytes of the weights of all models that are chosen and sound. */
  readonly weights: number;
}

interface Examination {
  readonly config: Config;
  /** As the environment has it, without what is remembered: what an engine was chosen by. Default: `config`. */
  readonly named?: Config;
  readonly locale: Locale;
  readonly signal: AbortSignal;
  /** How long a trial may take, in milliseconds. Default: `WITHIN`. */
  readonly within?: Readonly<Record<keyof typeof WITHIN, number>>;
}

/** What a trial shows. */
interface Shown {
  readonly sentences: readonly string[];
  /** It answered worse than it should. */
  readonly isPoor?: boolean;
}

function tell(trial: Trial | undefined, locale: Locale): Shown {
  const words = DOCTOR_WORDING[locale];
  if (!trial) return { sentences: [] };
  const { opening, answering, note } = trial;
  const took =
    opening === undefined
      ? [words.answered(secondsOf(answering))]
      : [
          words.opened(secondsOf(opening), secondsOf(answering)),
          ...(opening > SLOW ? [words.slowOpening(secondsOf(opening))] : []),
        ];
  return note ? { sentences: [...took, explainNote(note, locale)], isPoor: true } : { sentences: took };
}

/** @throws what the engine throws. */
async function tryIt(
  engine: ChosenEngine,
  model: SoundModel | undefined,
  { config, locale, signal, within: limits = WITHIN }: Examination,
): Promise<Shown> {
  const words = DOCTOR_WORDING[locale];
  if (model && memoryFor(model.size, config) > process.availableMemory()) {
    return { sentences: [words.tooBig], isPoor: true };
  }
  const within = limits[isModel(engine.name) ? 'model' : engine.name === 'openai' ? 'service' : 'rules'];
  const deadline = AbortSignal.timeout(within);
  try {
    return tell(await tryEngine(engine, config, { signal: AbortSignal.any([signal, deadline]) }), locale);
  } catch (error) {
    // Too late is no fault of the engine; a person who has had enough is told by the caller.
    const isLate = deadline.aborted && isTalesError(error) && error.code === 'cancelled';
    if (isLate) return { sentences: [words.late(secondsOf(within))], isPoor: true };
    throw error;
  }
}

async function examineEngine(engine: ChosenEngine, examination: Examination) {
  const { config, named = config, locale } = examination;
  const words = DOCTOR_WORDING[locale];
  const { seam, name, known } = engine;
  const about = { id: `engine.${seam}`, what: words.seams[seam] } as const;
  const why = whyChosen(engine, named);
  const isBare = why.kind === 'nothing' && words.better[seam] !== undefined;
  const isNone = name === 'none' && why.kind === 'nothing';
  const head = [`${name}: ${words.engines[seam][name] ?? ''}`, ...(isNone ? [] : [words.why(why)])];
  try {
    const model = await checkEngine(engine, config);
    const folder = model ? [words.weights(model.folder, sizeOf(model.size))] : [];
    const tried = await tryIt(engine, model, examination);
    const detail = [...head, ...folder, words.known(known), ...tried.sentences].join(' ');
    const state = name === 'none' || tried.isPoor ? 'absent' : 'ready';
    const finding: Finding = { ...about, state, detail, ...(isBare && { advice: words.better[seam] ?? '' }) };
    return { finding, weights: model?.size ?? 0 };
  } catch (error) {
    const broken = brokenBy(error, about.id, about.what, locale);
    // A service that fails is not mended by naming it again.
    const advice = isModel(name) ? words.better[seam] : undefined;
    const detail = `${head.join(' ')} ${broken.detail}`;
    return { finding: { ...broken, detail, ...(advice !== undefined && { advice }) }, weights: 0 };
  }
}

/** Models one after the other, so that no two are in memory at once; services all at once: a silent one is waited for once. */
export async function engineFindings(
  config: Config,
  options: Omit<Examination, 'config'> & { readonly onEngine: (done: number) => void },
): Promise<ExaminedEngines> {
  let done = 0;
  let models: Promise<unknown> = Promise.resolve();
  const examine = async (engine: ChosenEngine) => {
    const examined = await examineEngine(engine, { ...options, config });
    done += 1;
    options.onEngine(done);
    return examined;
  };
  const examined = await Promise.all(
    enginesOf(config).map((engine) => {
      if (!isModel(engine.name)) return examine(engine);
      const next = models.then(() => examine(engine));
      models = next;
      return next;
    }),
  );
  const weights = examined.reduce((sum, { weights: its }) => sum + its, 0);
  return { findings: examined.map(({ finding }) => finding), weights };
}
