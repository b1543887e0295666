// The texts of pages: written, told again, chosen, kept. None is lost when another takes its place. Pure.
import type { Locale, Passage } from '../../story.ts';
import { contentHash } from './content-hash.ts';
import { chosenOf, REMEMBERED, type SceneFacts, type Version, without } from './session.ts';

/** What the engines wrote goes first when there are too many; the text in use and what people wrote stay longest. */
function trimmed(versions: readonly Version[]): readonly Version[] {
  if (versions.length <= REMEMBERED.versions) return versions;
  const earlier = versions.slice(0, -1);
  const oldest = earlier.findIndex(({ material }) => material !== undefined);
  return trimmed(versions.toSpliced(Math.max(0, oldest), 1));
}

/** The same words are one version; the latest is chosen. */
function withVersion(scene: SceneFacts, version: Version): SceneFacts {
  const others = scene.versions.filter(({ passage }) => passage.text !== version.passage.text);
  const versions = trimmed([...others, version]);
  return { ...scene, versions, chosen: versions.length - 1 };
}

/** A person's words: from now on no engine touches this page. */
export function writeText(scene: SceneFacts, text: string, locale: Locale): SceneFacts {
  const chosen = chosenOf(scene);
  const kept = { ...scene, locked: true, awaited: false };
  // The engine's own words, kept as they are, stay the engine's.
  if (chosen?.passage.text === text) return kept;
  return withVersion(kept, { passage: { text, locale, source: { kind: 'person' } } });
}

export const tellText = (scene: SceneFacts, passage: Passage, material: string): SceneFacts => ({
  ...withVersion(scene, { passage, material }),
  awaited: false,
});

export const askAgain = (scene: SceneFacts): SceneFacts => ({
  ...scene,
  variation: scene.variation + 1,
  awaited: true,
});

export const lock = (scene: SceneFacts): SceneFacts =>
  chosenOf(scene) ? { ...scene, locked: true, awaited: false } : scene;
export const unlock = (scene: SceneFacts): SceneFacts => ({ ...scene, locked: false });

/** Names a version by its words, which stay when versions come and go. */
export const versionName = ({ passage }: Version): string => contentHash(passage.text).slice(0, 12);

/** An earlier text was chosen, and so it is to stay. */
export function chooseVersion(scene: SceneFacts, name: string): SceneFacts {
  const chosen = scene.versions.findIndex((version) => versionName(version) === name);
  return chosen < 0 ? scene : { ...scene, chosen, locked: true, awaited: false };
}

/** A person's caption; an empty one is wished for, too: nobody is asked again. */
export function writeCaption(scene: SceneFacts, text: string, locale: Locale): SceneFacts {
  if (scene.caption?.text === text || (text === '' && !scene.caption)) return scene;
  const described = { ...scene, described: true };
  if (text === '') return without(described, 'caption');
  return { ...described, caption: { text, locale, source: { kind: 'person' } } };
}
