// `storybook dataset build`: who describes the pictures, and what is said while the pipeline makes the data set.
import type { Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import {
  type BuiltDataset,
  buildDataset,
  type CaptionSettings,
  chooseCaptioner,
  chooseTranslator,
  type Describing,
  MOST_FRAMES,
} from '../pipeline/index.ts';
import { type BuildSettings, CAPTIONER_CHOICES } from './commands/dataset.ts';
import { DATASET_WORDING } from './dataset-wording.ts';
import { withModel } from './model-folder.ts';
import type { Surroundings } from './surroundings.ts';

interface Chosen {
  readonly describing: Describing;
  readonly settings: CaptionSettings;
}

const NO_ENGINE = { captionerModel: '', translator: 'none', translatorModel: '' } as const;

/** What an engine works with: a folder, or the name of a service's model. */
function modelOf(engine: string, { blipDir, translatorDir, openai }: Config, sees: boolean): string {
  if (engine === 'blip') return blipDir ?? '';
  if (engine === 't5') return translatorDir ?? '';
  return engine === 'openai' ? ((sees ? openai?.visionModel : openai?.model) ?? '') : '';
}

/**
 * Captions are not left out without being asked for.
 * @throws TalesError `option-invalid` where nothing is there that could describe, `model-unnamed`, `engine-unconfigured`.
 */
async function choose(wanted: BuildSettings['captioner'], config: Config): Promise<Chosen> {
  if (wanted === 'annotations' || wanted === 'none')
    return { describing: { kind: wanted }, settings: { captioner: wanted, ...NO_ENGINE } };
  const captioner = await chooseCaptioner(config, wanted === 'auto' ? undefined : wanted);
  if (captioner.name === 'none') {
    const values = CAPTIONER_CHOICES.filter((choice) => choice !== 'auto');
    throw new TalesError('option-invalid', {
      option: '--captioner',
      value: 'auto',
      expected: { kind: 'choice', values },
    });
  }
  const translator = await chooseTranslator(config);
  return {
    describing: { kind: 'engine', captioner, translator },
    settings: {
      captioner: captioner.name,
      captionerModel: modelOf(captioner.name, config, true),
      translator: translator.name,
      translatorModel: modelOf(translator.name, config, false),
    },
  };
}

/** `--model` names a captioner's folder, and so asks for that captioner. */
async function furnish({ captioner, model }: BuildSettings, { config }: Surroundings) {
  if (model === undefined) return { ...(await choose(captioner, config)), config };
  const named = withModel(config, model, captioner === 'auto' ? { captioner: 'blip' } : { captioner });
  return { ...(await choose('blip', named)), config: named };
}

/** @throws as `build` in the pipeline. */
export async function runBuild(options: BuildSettings, around: Surroundings): Promise<BuiltDataset> {
  const { locale, progress, signal } = around;
  const words = DATASET_WORDING[locale];
  const { describing, settings, config } = await furnish(options, around);
  if (describing.kind === 'annotations') progress.say(words.byAnnotators);
  else if (describing.kind === 'none') progress.say(words.byNobody);
  else progress.say(words.describedBy(settings.captioner, settings.translator));
  const isEnglish = settings.captioner === 'blip' && settings.translator === 'none';
  if (isEnglish) progress.say(words.stayEnglish);
  const { images, annotations, out, batch, split, valShare, restart = false } = options;
  const limits = { bytes: config.maxPictureBytes, pixels: config.maxPicturePixels, frames: MOST_FRAMES };
  let described = 0;
  let isDescribing = false;
  try {
    return await buildDataset({
      ...{ images, annotations, out, batch, split, share: valShare, restart, limits, describing, settings, signal },
      onStep(step, total, before) {
        isDescribing = step === 'captions';
        if (step === 'finding') progress.say(words.steps.finding);
        if (before > 0) progress.say(words.resumed(before));
        if (step !== 'finding') progress.count(words.steps[step], total);
      },
      onDone(done) {
        if (isDescribing) described = done;
        progress.at(done);
      },
    });
  } catch (error) {
    progress.end();
    if (isDescribing && described > 0) progress.say(words.kept(described));
    throw error;
  } finally {
    progress.end();
  }
}
