// What to tell people who could have pictures described and do not know it: one command, said once. Nothing is fetched.
import { access } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { isTalesError } from '../../errors.ts';
import { isFetchable, MODELS } from './manifest.ts';
import { changeRemembered, readRemembered } from './remembered.ts';

export interface ModelOffer {
  readonly command: string;
  /** About how many bytes that fetches. */
  readonly size: number;
}

/** How a captioner can be had, where none was chosen and none is there. */
export function captionOffer({ blipDir, openai, engines }: Config): ModelOffer | undefined {
  if (engines.captioner !== 'auto' || blipDir !== undefined || openai) return undefined;
  const model = MODELS.filter(isFetchable).find(({ engine }) => engine === 'blip');
  return model && { command: `npx storybook models pull ${model.name}`, size: model.hub.approximateSize };
}

/**
 * Whether it has not been said yet, which from now on it has. A data folder is not made for that alone: without one it is
 * said each time.
 * @throws TalesError `store-unusable` when what is remembered cannot be read.
 */
export async function isFirstOffer(config: Config, signal: AbortSignal): Promise<boolean> {
  if ((await readRemembered(config)).offered) return false;
  const hasFolder = await access(config.dataDir).then(
    () => true,
    () => false,
  );
  if (!hasFolder) return true;
  try {
    await changeRemembered(config, signal, (known) => ({ ...known, offered: true }));
  } catch (error) {
    // A folder that cannot be written is for those to complain of who need it: at worst this is said again.
    if (!isTalesError(error) || error.code !== 'store-unusable') throw error;
  }
  return true;
}
