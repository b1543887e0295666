// After a book whose pictures nobody described: the one line that says how a model could.
import { captionOffer, isFirstOffer } from '../pipeline/index.ts';
import type { Book } from '../story.ts';
import { MODELS_WORDING } from './models-wording.ts';
import { sizeText } from './sizes.ts';
import type { Surroundings } from './surroundings.ts';

/** What was asked for by options. */
export interface Asked {
  readonly captioner?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Says nothing to programs, and nothing where every picture has its caption, where an engine was chosen, or where it was said before. */
export async function offerCaptioner(
  { pages }: Pick<Book, 'pages'>,
  { captioner, json }: Asked,
  { config, locale, progress, signal }: Surroundings,
): Promise<void> {
  if (captioner !== undefined || json) return;
  const offer = captionOffer(config);
  const isMissing = pages.some(({ scene }) => scene.caption === undefined);
  if (!offer || !isMissing || !(await isFirstOffer(config, signal))) return;
  progress.say(MODELS_WORDING[locale].offer(offer.command, sizeText(offer.size)));
}
