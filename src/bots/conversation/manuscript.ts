// The facts of a session as the manuscript and the book that the engines work from. Pure.
import {
  type Book,
  type Fields,
  type Manuscript,
  OPTIONAL_FIELDS,
  type Page,
  type Scene,
  titleFor,
} from '../../story.ts';
import { contentHash } from './content-hash.ts';
import { chosenOf, type OpenSession, type SceneFacts } from './session.ts';

export const REQUIRED_FIELDS = ['name', 'i_action', 'classification'] as const satisfies readonly (keyof Fields)[];

/** The fields, once those that are required are there. */
export function fieldsOf({ fields }: SceneFacts): Fields | undefined {
  const { name, i_action, classification } = fields;
  if (name === undefined || i_action === undefined || classification === undefined) return undefined;
  const optional = OPTIONAL_FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]]));
  return { name, i_action, classification, ...Object.fromEntries(optional) };
}

export const missingFields = ({ fields }: SceneFacts): readonly (typeof REQUIRED_FIELDS)[number][] =>
  REQUIRED_FIELDS.filter((field) => fields[field] === undefined);

/** Whether nothing about the scene is left to people. */
export const isComplete = (scene: SceneFacts): boolean =>
  scene.picture !== undefined && scene.incoming === undefined && missingFields(scene).length === 0;

export const isWhole = ({ scenes }: OpenSession): boolean => scenes.length > 0 && scenes.every(isComplete);

function sceneOf(facts: SceneFacts): Scene[] {
  const fields = fieldsOf(facts);
  if (!fields) return [];
  const text = facts.locked ? chosenOf(facts)?.passage.text : undefined;
  return [{ ...(facts.caption && { caption: facts.caption }), fields, ...(text && { text }) }];
}

/** Each telling of a page has its own seed, so that it comes out differently. */
const seedOf = (session: OpenSession, variation: number): number => (session.seed + variation) % 0x1_0000_0000;

/** Only for a session that is whole: then scenes keep their indices. */
export function manuscriptOf(session: OpenSession, variation: number): Manuscript {
  const { title, locale, level } = session;
  const scenes = session.scenes.flatMap(sceneOf);
  return { ...(title && { title }), locale, level, seed: seedOf(session, variation), scenes };
}

/** The manuscript with what its pages say now: those that are not wanted stay so, those told again are to differ. */
export function manuscriptFor(session: OpenSession, variation: number, wanted: readonly number[]): Manuscript {
  const manuscript = manuscriptOf(session, variation);
  const scenes = manuscript.scenes.map((scene, index) => {
    const facts = session.scenes[index];
    const isKept = !wanted.includes(index) || facts?.awaited;
    const told = facts && isKept && fits(session, facts) ? chosenOf(facts)?.passage.text : undefined;
    return scene.text === undefined && told ? { ...scene, told } : scene;
  });
  return { ...manuscript, scenes };
}

/**
 * Names what a page is told from: its scene, and whether it opens or closes the book. Other scenes may have had their
 * part in the telling, but a change there is no reason to take a text away that people may already like.
 */
export function materialOf(session: OpenSession, scene: SceneFacts, variation = scene.variation): string {
  const index = session.scenes.indexOf(scene);
  const place = { first: index === 0, last: index === session.scenes.length - 1 };
  const { caption } = scene;
  const { locale, level, seed } = session;
  return contentHash({ place, caption: caption?.text, fields: fieldsOf(scene), variation, locale, level, seed });
}

/** Whether the page's text is told from what is still so, whichever of its tellings it is. */
function fits(session: OpenSession, scene: SceneFacts): boolean {
  const material = chosenOf(scene)?.material;
  const tellings = Array.from({ length: scene.variation + 1 }, (_, back) => scene.variation - back);
  return material !== undefined && tellings.some((one) => materialOf(session, scene, one) === material);
}

/** Whether the page has no text, or one told from what is no longer so. */
export function needsText(session: OpenSession, scene: SceneFacts): boolean {
  const chosen = chosenOf(scene);
  if (scene.locked && chosen) return false;
  return scene.awaited || chosen?.material !== materialOf(session, scene);
}

function pageOf(facts: SceneFacts): Page[] {
  const told = chosenOf(facts)?.passage;
  return sceneOf(facts).flatMap((scene) => (facts.picture && told ? [{ picture: facts.picture, scene, told }] : []));
}

/** In a class, a book whose authors nobody has named is by whoever the class knows by its label. */
export const authorsOf = ({ authors, room }: OpenSession): readonly string[] =>
  authors.length > 0 || !room ? authors : [room.label];

/** Only for a session that is whole and whose pages all have their text. */
export function bookOf(session: OpenSession): Book {
  const { locale, level, room } = session;
  const title = titleFor(manuscriptOf(session, 0));
  const { notice, roomy } = room?.rules ?? {};
  return {
    title,
    locale,
    level,
    authors: authorsOf(session),
    pages: session.scenes.flatMap(pageOf),
    ...(roomy && { roomy }),
    ...(notice !== undefined && { notice }),
  };
}
