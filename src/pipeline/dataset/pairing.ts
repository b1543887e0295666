// Files by their names, wherever they lie: a picture and the annotation of the same name belong together. Pure.
import { type Found, pathOf } from './sources.ts';

export interface Named {
  /** One for each name, sorted by name. */
  readonly first: readonly Found[];
  /** Further files of a name that was taken already. */
  readonly further: readonly Found[];
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of several files of a name the first by its path stays, so that it does not matter how a disk lists them. */
export function byName(found: readonly Found[]): Named {
  const sorted = found
    .map((file) => ({ file, path: pathOf(file) }))
    .sort((a, b) => compared(a.file.stem, b.file.stem) || compared(a.path, b.path))
    .map(({ file }) => file);
  const isFirst = (file: Found, index: number): boolean => sorted[index - 1]?.stem !== file.stem;
  return { first: sorted.filter(isFirst), further: sorted.filter((file, index) => !isFirst(file, index)) };
}
