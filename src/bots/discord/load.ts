// The bytes of pictures that go with a message, as far as they are there.
import type { Blobs } from '../../blobs.ts';
import type { WantedFile } from './files.ts';
import type { OutFile } from './wire.ts';

export type Load = (
  wanted: readonly WantedFile[],
) => Promise<{ readonly files: readonly OutFile[]; readonly gone: readonly WantedFile[] }>;

export const createLoad =
  (blobs: Pick<Blobs, 'get'>): Load =>
  async (wanted) => {
    const read = await Promise.all(wanted.map(async (file) => ({ file, data: await blobs.get(file.blob.key) })));
    return {
      files: read.flatMap(({ file: { filename: name, blob }, data }) =>
        data ? [{ name, contentType: blob.mediaType, data }] : [],
      ),
      gone: read.filter(({ data }) => !data).map(({ file }) => file),
    };
  };
