// Pictures coming, going, and finding their place. Pure.
import { hasPerson } from '../../authorship.ts';
import type { JobFailure } from '../../jobs.ts';
import { MAX_PICTURES, thumbnailKey } from '../../story.ts';
import { shortKey } from './content-hash.ts';
import type { PostedPicture } from './events.ts';
import { pictureKey } from './jobs-owed.ts';
import {
  changeScene,
  newScene,
  type OpenSession,
  REMEMBERED,
  type Refusal,
  type SceneFacts,
  without,
} from './session.ts';
import { tidy } from './values.ts';

/** The name of a file, for people to recognise it by. */
const shownName = (name: string): string => [...tidy(name, 'line')].slice(0, 60).join('');

const named = ({ name }: PostedPicture): { readonly name?: string } => {
  const shown = name === undefined ? '' : shownName(name);
  return shown === '' ? {} : { name: shown };
};

export const remember = (list: readonly string[], items: readonly string[], most: number): readonly string[] =>
  [...list, ...items].slice(-most);

/** In the order of posting, until a person has arranged them; then at the end. */
function insert(session: OpenSession, scene: SceneFacts): OpenSession {
  const { scenes, arranged } = session;
  const after = arranged ? -1 : scenes.findIndex(({ place }) => place > scene.place);
  const at = after < 0 ? scenes.length : after;
  return { ...session, scenes: scenes.toSpliced(at, 0, scene) };
}

function take(session: OpenSession, posted: PostedPicture): OpenSession {
  const counted = session.counted + 1;
  const scene = { ...newScene(`s${counted}`, posted.place), incoming: { source: posted.source, ...named(posted) } };
  return insert({ ...session, counted }, scene);
}

const uploadsOf = ({ incoming }: SceneFacts): readonly string[] => (incoming?.upload ? [incoming.upload.key] : []);

/** A picture's bytes and those of its small image. */
export const withThumbnail = (pictureKey: string): readonly string[] => [pictureKey, thumbnailKey(pictureKey)];

/** Everything that is kept elsewhere for a scene, or may be before long: work on its picture may be under way. */
const bytesOf = (session: OpenSession, scene: SceneFacts): readonly string[] => [
  ...(scene.picture ? withThumbnail(scene.picture.key) : []),
  ...(scene.incoming ? withThumbnail(pictureKey(session, scene.incoming.source)) : []),
  ...uploadsOf(scene),
];

/** What editions hold that are not the book as it stands: one under review, and the one that the class sees. */
const heldBy = ({ proof, approved }: OpenSession): readonly string[] =>
  [proof, approved?.book].flatMap((book) => book?.pages.flatMap(({ picture }) => withThumbnail(picture.key)) ?? []);

/** Bytes that nothing of this session needs any more; those that an edition still holds are spared. */
export function doom(session: OpenSession, keys: readonly string[]): OpenSession {
  const held = new Set(heldBy(session));
  const gone = keys.filter((key) => !held.has(key));
  return gone.length === 0 ? session : { ...session, doomed: [...new Set([...session.doomed, ...gone])] };
}

function replaceIn(session: OpenSession, key: string, posted: PostedPicture): OpenSession {
  const scene = session.scenes.find((candidate) => candidate.key === key);
  const changed = changeScene(session, key, (old) => ({
    ...old,
    incoming: { source: posted.source, ...named(posted) },
  }));
  return scene ? doom(changed, uploadsOf(scene)) : changed;
}

/** Tells everybody about pictures that were not taken. */
export const refuse = (session: OpenSession, key: string, refusals: readonly Refusal[]): OpenSession =>
  refusals.length === 0 ? session : { ...session, notices: [...session.notices, { key, refusals }] };

export interface Posted {
  readonly pictures: readonly PostedPicture[];
  /** The scene whose picture the first is to replace. */
  readonly into?: string | undefined;
  /** Under which to tell of refusals. */
  readonly noticeKey: string;
}

/** Each picture once, however often it is told of; what is too much is refused alone. */
export function post(session: OpenSession, { pictures, into, noticeKey }: Posted): OpenSession {
  const fresh = pictures.filter(
    ({ source }, index) =>
      !session.known.includes(source) && pictures.findIndex((other) => other.source === source) === index,
  );
  let target = session.scenes.some(({ key }) => key === into) ? into : undefined;
  let changed = session;
  const refusals: Refusal[] = [];
  for (const posted of fresh) {
    if (posted.refused) refusals.push({ ...named(posted), why: posted.refused });
    else if (target !== undefined) {
      changed = replaceIn(changed, target, posted);
      target = undefined;
    } else if (changed.scenes.length >= MAX_PICTURES) refusals.push({ ...named(posted), why: 'too-many' });
    else changed = take(changed, posted);
  }
  const sources = fresh.map(({ source }) => source);
  return refuse({ ...changed, known: remember(changed.known, sources, REMEMBERED.known) }, noticeKey, refusals);
}

/** Whether something about the scene was said by a person. */
const holdsWords = ({ fields, caption, versions }: SceneFacts): boolean =>
  Object.keys(fields).length > 0 || (caption !== undefined && hasPerson(caption)) || versions.length > 0;

/**
 * The picture on its way to a scene will not come. A scene that has another picture keeps it; one that has words keeps
 * those and waits for a picture; one that has nothing goes.
 */
export function giveUpIncoming(session: OpenSession, source: string): OpenSession {
  const scene = session.scenes.find(({ incoming }) => incoming?.source === source);
  if (!scene) return session;
  const left = doom(session, uploadsOf(scene));
  if (!scene.picture && !holdsWords(scene)) {
    return { ...left, scenes: left.scenes.filter(({ key }) => key !== scene.key) };
  }
  return changeScene(left, scene.key, (old) => without(old, 'incoming'));
}

/** Pictures that were awaited and whose bytes will not come. */
export function lose(session: OpenSession, sources: readonly string[], why: JobFailure): OpenSession {
  const awaited = session.scenes.flatMap(({ incoming }) =>
    incoming && !incoming.upload && sources.includes(incoming.source) ? [incoming] : [],
  );
  const refusals = awaited.map(({ name }) => ({ ...(name && { name }), why }));
  const left = awaited.reduce((changed, { source }) => giveUpIncoming(changed, source), session);
  const key = shortKey('note', [session.id, session.born, awaited.map(({ source }) => source)]);
  return refuse(left, key, refusals);
}

/** Takes a scene out; the last few can be put back. */
export function remove(session: OpenSession, key: string): OpenSession {
  const scene = session.scenes.find((candidate) => candidate.key === key);
  if (!scene) return session;
  const removed = [{ ...scene, lay: session.scenes.indexOf(scene) }, ...session.removed];
  const forgotten = removed.slice(REMEMBERED.removed);
  const left = { ...session, scenes: session.scenes.filter((other) => other !== scene) };
  return doom(
    { ...left, removed: removed.slice(0, REMEMBERED.removed) },
    forgotten.flatMap((old) => bytesOf(session, old)),
  );
}

/** Puts a scene back where it lay, as far as the others let it. */
export function restore(session: OpenSession, key: string): OpenSession {
  const scene = session.removed.find((candidate) => candidate.key === key);
  if (!scene || session.scenes.length >= MAX_PICTURES) return session;
  const rest = { ...session, removed: session.removed.filter((other) => other !== scene) };
  const { lay, ...back } = scene;
  if (lay === undefined || !session.arranged) return insert(rest, back);
  return { ...rest, scenes: rest.scenes.toSpliced(lay, 0, back) };
}

export function move(session: OpenSession, key: string, to: number): OpenSession {
  const scene = session.scenes.find((candidate) => candidate.key === key);
  if (!scene) return session;
  const others = session.scenes.filter((other) => other !== scene);
  const at = Math.min(Math.max(0, to), others.length);
  return { ...session, arranged: true, scenes: others.toSpliced(at, 0, scene) };
}

/** Every key under which bytes are or may be kept for this session. */
export const keptFor = (session: OpenSession): readonly string[] => [
  ...[...session.scenes, ...session.removed].flatMap((scene) => bytesOf(session, scene)),
  ...heldBy(session),
  ...session.files,
];
