// `storybook caption`: what a captioner says of pictures, with its tokens, for people who look into models.
import { readFile } from 'node:fs/promises';
import { TalesError } from '../errors.ts';
import {
  type BlipEngine,
  type GenerationOptions,
  type LoadedPicture,
  type MadeCaption,
  sniff,
} from '../pipeline/index.ts';
import { deviceNote } from './device-note.ts';
import { gatherPictures, type PictureFile } from './pictures.ts';
import { readPictures } from './read-pictures.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface CaptionedPicture extends MadeCaption {
  /** As it was named, or below the folder that was named. */
  readonly picture: string;
}

/** Pictures in memory at one time. */
const AT_ONCE = 16;

/** Formats that the captioner's decoder reads itself. */
const READABLE: ReadonlySet<string> = new Set(['JPEG', 'PNG', 'WebP', 'GIF', 'TIFF']);

/**
 * The file's own bytes, now that the intake has accepted them: what is kept for books may be encoded anew, and then a
 * caption is no longer to the token what other programs make of the file.
 */
async function ownBytes({ path }: PictureFile, { bytes }: LoadedPicture): Promise<Uint8Array> {
  const own = await readFile(path);
  const sniffed = sniff(own);
  return 'format' in sniffed && READABLE.has(sniffed.format) ? own : bytes;
}

/** @throws TalesError `pictures-refused`, `book-no-pictures`, `model-…`. */
export async function caption(
  paths: readonly string[],
  settings: Partial<GenerationOptions>,
  open: () => Promise<BlipEngine>,
  { config, locale, progress, signal }: Surroundings,
): Promise<readonly CaptionedPicture[]> {
  const words = WORDING[locale];
  const { pictures: files, passedOver } = await gatherPictures(paths, (head) => 'format' in sniff(head));
  if (passedOver.length > 0) progress.say(words.passedOver(passedOver));
  if (files.length === 0) throw new TalesError('book-no-pictures', { where: paths.join(', ') });
  const engine = await open();
  const note = deviceNote(config, engine.device, locale);
  if (note !== undefined) progress.say(note);
  const captioned: CaptionedPicture[] = [];
  try {
    progress.step(words.describing, files.length);
    for (let first = 0; first < files.length; first += AT_ONCE) {
      const some = files.slice(first, first + AT_ONCE);
      const loaded = await readPictures(some, config, signal, () => {});
      const bytes = await Promise.all(loaded.map((picture, at) => ownBytes(some[at] as PictureFile, picture)));
      let done = first;
      const onPicture = (): void => {
        done += 1;
        progress.at(done);
      };
      const made = await engine.caption(bytes, { settings, signal, onPicture });
      made.forEach((each, at) => {
        captioned.push({ picture: some[at]?.path ?? '', ...each });
      });
    }
    progress.end();
    return captioned;
  } finally {
    await engine.close();
  }
}
