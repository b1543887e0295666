// The texts of pages: written, told again, chosen, kept. None is lost when another takes its place. Pure.
import { creditedAs, hasPerson, revised } from '../../authorship.ts';
import type { Locale, Passage, Source } from '../../story.ts';
import { contentHash } from './content-hash.ts';
import { chosenOf, REMEMBERED, type SceneFacts, type Version, without } from './session.ts';

/** What the engines wrote goes first when there are too many; the text in use and what people wrote stay longest. */
function trimmed(versions: readonly Version[]): readonly Version[] {
  if (versions.length <= REMEMBERED.versions) return versions;
  const earlier = versions.slice(0, -1);
  const oldest = earlier.findIndex(({ passage, material }) => material !== undefined && !hasPerson(passage));
  return trimmed(versions.toSpliced(Math.max(0, oldest), 1));
}

const saying = (scene: SceneFacts, text: string): Version | undefined =>
  scene.versions.find(({ passage }) => passage.text === text);

/** The same words are one version; the latest is chosen. */
function withVersion(scene: SceneFacts, version: Version): SceneFacts {
  const others = scene.versions.filter(({ passage }) => passage.text !== version.passage.text);
  const versions = trimmed([...others, version]);
  return { ...scene, versions, chosen: versions.length - 1 };
}

/** A person's words: from now on no engine touches this page. What was left as it was stays its author's. */
export function writeText(scene: SceneFacts, text: string, locale: Locale, by: Source): SceneFacts {
  const chosen = chosenOf(scene)?.passage;
  const kept = { ...scene, locked: true, awaited: false };
  if (chosen?.text === text) return kept;
  // An earlier text, typed or pasted again, is what it was.
  return withVersion(kept, saying(scene, text) ?? { passage: revised(chosen, text, by, locale) });
}

/** An engine that says what the page has said before, as with a text that is not its to tell, is not its author. */
export function tellText(scene: SceneFacts, told: Passage, material: string): SceneFacts {
  const earlier = saying(scene, told.text);
  const passage = earlier ? creditedAs(told, earlier.passage) : told;
  return { ...withVersion(scene, { passage, material }), awaited: false };
}

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

/** A person wants the caption as it is, whatever its language: it is not asked about any more. */
export const keepCaption = (scene: SceneFacts): SceneFacts =>
  scene.caption?.note ? { ...scene, caption: without(scene.caption, 'note') as Passage } : scene;

/** A person's caption; an empty one is wished for, too: nobody is asked again. */
export function writeCaption(scene: SceneFacts, text: string, locale: Locale, by: Source): SceneFacts {
  if (scene.caption?.text === text || (text === '' && !scene.caption)) return scene;
  const described = { ...scene, described: true };
  if (text === '') return without(described, 'caption');
  return { ...described, caption: revised(scene.caption, text, by, locale) };
}
