// Which file of Slack's shows which picture of a book, so that cards and forms can show it without sending it again.
import type { Session } from '../conversation/session.ts';
import type { Posting } from './incoming/pictures.ts';
import { DRAWN } from './limits.ts';
import type { KnownFile, Memory, PostedFile } from './memory.ts';
import type { Gallery } from './messages.ts';
import type { FileFor } from './outgoing/blocks.ts';
import { fileOf } from './thread.ts';

type Whereabouts = Pick<PostedFile, 'inThread'>;

export interface Pictures {
  /** Files that people have posted as pictures of the thread's book. */
  remember(team: string, thread: string, postings: readonly Posting[], where?: Whereabouts): Promise<void>;
  filesFor(team: string, session: Session | undefined): Promise<FileFor>;
  /** Where a file was posted. */
  postedAs(team: string, file: string): Promise<KnownFile['posted']>;
}

export function createPictures(memory: Memory, gallery: Gallery): Pictures {
  const nameOf = (team: string, file: string): string => `${team}:${file}`;
  return {
    async remember(team, thread, postings, where = {}) {
      for (const { file, picture } of postings) {
        const name = nameOf(team, file.id);
        const before = await memory.files.get(name);
        const { source } = picture;
        const others = (before?.posted ?? []).filter((place) => place.source !== source);
        const known = before?.posted.find((place) => place.source === source);
        const mediaType = file.mimetype ?? before?.mediaType ?? '';
        await memory.files.set(name, { mediaType, posted: [...others, { ...known, ...where, thread, source }] });
      }
    },
    async filesFor(team, session) {
      const scenes = session?.state === 'open' ? session.scenes : [];
      const found = new Map<string, string>();
      for (const { key, source, picture } of scenes) {
        if (source === undefined || picture === undefined) continue;
        const file = fileOf(source);
        const known = await memory.files.get(nameOf(team, file));
        if (known && DRAWN[known.mediaType] && !gallery.refused(file)) found.set(key, file);
      }
      return (scene) => found.get(scene);
    },
    postedAs: async (team, file) => (await memory.files.get(nameOf(team, file)))?.posted ?? [],
  };
}
