// Where things lie in the cache that all programs of the hub share below HF_HOME/hub: bytes once, under the name of their
// hash, and for each commit a folder of links to them. Paths alone; nothing is read or written here.
import { join } from 'node:path';
import type { HubConfig } from '../../config.ts';
import type { HubModel } from './manifest.ts';
import type { HubFile } from './types.ts';

type Home = Pick<HubConfig, 'home'>;
type Revision = Pick<HubModel, 'repo' | 'revision'>;

const nameOf = (repo: string): string => `models--${repo.replaceAll('/', '--')}`;

export const repoFolder = ({ home }: Home, { repo }: Pick<HubModel, 'repo'>): string => join(home, 'hub', nameOf(repo));

export const snapshotFolder = (home: Home, model: Revision): string =>
  join(repoFolder(home, model), 'snapshots', model.revision);

export const refPath = (home: Home, model: Pick<HubModel, 'repo' | 'branch'>): string =>
  join(repoFolder(home, model), 'refs', model.branch);

/** Where one file of a revision lies. */
export interface FilePlace {
  /** What programs open; a link to `blob`, or the file itself where links are not allowed. */
  readonly pointer: string;
  readonly blob: string;
  /** What has been fetched of it so far. */
  readonly part: string;
  /** Not the lock of other programs, whose kind of lock is another. */
  readonly lock: string;
}

export function placeOf(home: Home, model: Revision, { path, hash }: Pick<HubFile, 'path' | 'hash'>): FilePlace {
  const blob = join(repoFolder(home, model), 'blobs', hash.hex);
  return {
    pointer: join(snapshotFolder(home, model), ...path.split('/')),
    blob,
    part: `${blob}.incomplete`,
    lock: join(home.home, 'hub', '.locks', nameOf(model.repo), `${hash.hex}.talesrunner`),
  };
}
