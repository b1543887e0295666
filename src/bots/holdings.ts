// What is kept elsewhere for a session, each under a name that people understand. Pure; the bytes are the caller's.
import { isForPrinters } from '../jobs.ts';
import { thumbnailKey } from '../story.ts';
import type { OpenSession, SceneFacts, Session } from './conversation/session.ts';

export interface Holding {
  /** Of the bytes. */
  readonly key: string;
  /** A path below the folder of the session, without what its bytes are. */
  readonly path: string;
  readonly kind: 'picture' | 'thumbnail' | 'upload' | 'book' | 'page' | 'paper' | 'going';
}

function ofScene(scene: SceneFacts, name: string): readonly Holding[] {
  const { picture, thumbnail, incoming } = scene;
  const small = thumbnail?.key ?? (picture && thumbnailKey(picture.key));
  return [
    ...(picture ? [{ key: picture.key, path: `pictures/${name}`, kind: 'picture' } as const] : []),
    ...(small ? [{ key: small, path: `pictures/${name}-small`, kind: 'thumbnail' } as const] : []),
    ...(incoming?.upload ? [{ key: incoming.upload.key, path: `uploads/${name}`, kind: 'upload' } as const] : []),
  ];
}

/** Pictures of printed editions that the book has no more as it stands. */
function ofEditions({ proof, approved }: OpenSession, held: ReadonlySet<string>): readonly Holding[] {
  const pages = [proof, approved?.book].flatMap((book) => book?.pages ?? []);
  const keys = [...new Set(pages.map(({ picture }) => picture.key))].filter((key) => !held.has(key));
  return keys.flatMap((key, index) => [
    { key, path: `pictures/earlier-${index + 1}`, kind: 'picture' } as const,
    { key: thumbnailKey(key), path: `pictures/earlier-${index + 1}-small`, kind: 'thumbnail' } as const,
  ]);
}

/** Every printed file with the images of its pages, as they came; and what was made of them for printers. */
function ofFiles({ files }: OpenSession): readonly Holding[] {
  let [book, page, paper] = [0, 0, 0];
  return files.map((key) => {
    if (isForPrinters(key)) {
      paper += 1;
      return { key, path: `for-printers/${paper}`, kind: 'paper' };
    }
    if (key.endsWith('.jpg')) {
      page += 1;
      return { key, path: `books/${book}-page-${page}`, kind: 'page' };
    }
    book += 1;
    page = 0;
    return { key, path: `books/${book}`, kind: 'book' };
  });
}

export function holdingsOf(session: Session): readonly Holding[] {
  const going = session.doomed.map((key, index) => ({ key, path: `going/${index + 1}`, kind: 'going' }) as const);
  if (session.state === 'deleted') return going;
  const scenes = [
    ...session.scenes.flatMap((scene, index) => ofScene(scene, `${index + 1}`)),
    ...session.removed.flatMap((scene, index) => ofScene(scene, `taken-out-${index + 1}`)),
  ];
  const inScenes = new Set(scenes.map(({ key }) => key));
  const held = [...scenes, ...ofEditions(session, inScenes), ...ofFiles(session)];
  const known = new Set(held.map(({ key }) => key));
  return [...held, ...going.filter(({ key }) => !known.has(key))];
}
