// What rendering does with each picture in turn, one in memory at a time: studying it, and reading it to be encoded.
import type { BlobRef, Picture } from '../story.ts';
import type { PictureStudy, PrintedPictures, PrintImage, PrintSource } from './picture-types.ts';
import { studyPicture } from './pictures.ts';

type Read = (ref: BlobRef) => Promise<Uint8Array>;

/** By the keys of the pictures. */
export type Studies = ReadonlyMap<string, PictureStudy>;

/** Bytes of the object around a picture's data. */
export const PER_PICTURE = 256;

/** Each picture once, however often it comes. */
export const distinct = (pictures: readonly Picture[]): readonly Picture[] => [
  ...new Map(pictures.map((picture) => [picture.key, picture])).values(),
];

export async function studyAll(pictures: readonly Picture[], read: Read, step: () => void): Promise<Studies> {
  const studies = new Map<string, PictureStudy>();
  for (const picture of pictures) {
    studies.set(picture.key, await studyPicture(await read(picture)));
    step();
  }
  return studies;
}

export function studyOf(studies: Studies, { key }: Picture): PictureStudy {
  const study = studies.get(key);
  if (study === undefined) throw new Error('a picture of the book was not studied');
  return study;
}

/** A picture is read again at each lower quality, but counts once. */
export function sourcesOf(pictures: readonly Picture[], read: Read, step: () => void): readonly PrintSource[] {
  const begun = new Set<string>();
  return pictures.map((picture) => ({
    key: picture.key,
    read: async () => {
      if (!begun.has(picture.key)) step();
      begun.add(picture.key);
      return read(picture);
    },
  }));
}

/** In the order of `pictures`. */
export function printedOf(pictures: readonly Picture[], { images }: PrintedPictures): readonly PrintImage[] {
  return pictures.map(({ key }) => {
    const image = images.get(key);
    if (image === undefined) throw new Error('a picture of the book was not encoded');
    return image;
  });
}
