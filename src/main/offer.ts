// At the first start without anything that describes pictures: the one line that says how a model could.
import type { Config } from '../config.ts';
import { captionOffer, isFirstOffer } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';
import { WORDING } from './wording.ts';

/** @throws TalesError `store-unusable` when what is remembered cannot be read. */
export async function offerCaptioner(config: Config, locale: Locale, say: (line: string) => void): Promise<void> {
  const offer = captionOffer(config);
  // Nothing here takes long enough to be called off.
  const { signal } = new AbortController();
  if (offer && (await isFirstOffer(config, signal))) say(WORDING[locale].captionerOffer(offer.command, offer.size));
}
