// Picture files → pictures that passed the intake, a few at a time; every refusal is told at once.
import { readFile, stat } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { isTalesError, TalesError } from '../errors.ts';
import { type LoadedPicture, MOST_FRAMES, receivePicture } from '../pipeline/index.ts';
import { readFault } from './input.ts';
import type { PictureFile } from './pictures.ts';

/** Decoding is one thread per picture: two of them keep the two cores of a school laptop busy. */
const AT_ONCE = 2;

async function readPicture({ path, name }: PictureFile, config: Config, signal: AbortSignal): Promise<LoadedPicture> {
  const limits = { bytes: config.maxPictureBytes, pixels: config.maxPicturePixels, frames: MOST_FRAMES };
  const fail = (cause: unknown): never => {
    throw readFault(path, cause);
  };
  const found = await stat(path).catch(fail);
  if (found.size > limits.bytes) throw new TalesError('picture-too-large', { size: found.size, limit: limits.bytes });
  const bytes = await readFile(path).catch(fail);
  return await receivePicture(bytes, { limits, name, signal });
}

/**
 * @param onPicture called after each picture with how many are done.
 * @throws TalesError `pictures-refused` naming every picture that cannot be used and why.
 */
export async function readPictures(
  files: readonly PictureFile[],
  config: Config,
  signal: AbortSignal,
  onPicture: (done: number) => void,
): Promise<readonly LoadedPicture[]> {
  const loaded: LoadedPicture[] = [];
  const refused: { readonly name: string; readonly error: TalesError }[] = [];
  const waiting = files.entries();
  let done = 0;
  const take = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      try {
        loaded[index] = await readPicture(file, config, signal);
      } catch (error) {
        if (!isTalesError(error) || error.code === 'cancelled') throw error;
        refused.push({ name: file.name, error });
      }
      done += 1;
      onPicture(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  if (refused.length > 0) throw new TalesError('pictures-refused', { refused });
  return loaded;
}
