// What is asked for beside the making of a book: keywords for a scene, titles for the book. Pure.
// A question is kept as it was first asked until it is answered or given up: whatever people say meanwhile is no reason
// to ask a service twice, and becomes one further question afterwards.
import type { Job, JobOutput, SceneSoFar } from '../../jobs.ts';
import { KEYWORD_KINDS, type Keywords } from '../../story.ts';
import { contentHash } from './content-hash.ts';
import { isGivenUp, makeJob, rulesFor } from './job.ts';
import { fieldsOf, isWhole, manuscriptOf } from './manuscript.ts';
import { changeScene, type OpenSession, type SceneFacts, without } from './session.ts';
import { tidy } from './values.ts';

/**
 * So often a service is asked about one picture, and about one book's title. Whoever goes on changing their mind, or
 * types with long pauses, keeps what was suggested last.
 */
const MOST_QUESTIONS = 5;

const soFar = ({ caption, fields }: SceneFacts): SceneSoFar => ({ ...(caption && { caption }), fields });

/**
 * Names what keywords come from: what is seen, and what is required once all of that is there. Half a sentence is
 * nothing to ask about, nor is each thing that is added to it.
 */
export function keywordMaterial(scene: SceneFacts): string {
  const { name, i_action, classification } = fieldsOf(scene) ?? {};
  const { text, locale } = scene.caption ?? {};
  return contentHash({ text, locale, name, i_action, classification });
}

/** Names what titles come from. */
export const titleMaterial = ({ scenes, level }: OpenSession): string =>
  contentHash([level, scenes.map(keywordMaterial)]);

/** Once the picture is there and has been looked at. */
const isAskable = ({ picture, incoming, described }: SceneFacts): boolean =>
  picture !== undefined && incoming === undefined && described;

const suggestJob = (session: OpenSession, { suggestions }: SceneFacts): readonly Job<'suggest'>[] => {
  const asked = suggestions?.asked;
  if (!asked) return [];
  const { scene, others } = asked;
  return [makeJob(session, 'suggest', { locale: session.locale, scene, others, ...rulesFor(session) })];
};

const entitleJob = (session: OpenSession): readonly Job<'entitle'>[] => {
  const asked = session.titles?.asked;
  return asked ? [makeJob(session, 'entitle', { manuscript: asked.manuscript, ...rulesFor(session) })] : [];
};

/** The questions that are still to be answered, also those given up. */
export function jobsAside(session: OpenSession): readonly Job[] {
  const jobs = [...session.scenes.flatMap((scene) => suggestJob(session, scene)), ...entitleJob(session)];
  return jobs.filter(({ id }, index) => jobs.findIndex((other) => other.id === id) === index);
}

const isOver = (session: OpenSession, jobs: readonly Job[]): boolean => jobs.every(({ id }) => isGivenUp(session, id));

/** Whether an answer about the scene is on its way. */
export const isAsking = (session: OpenSession, scene: SceneFacts): boolean =>
  scene.suggestions?.asked !== undefined && !isOver(session, suggestJob(session, scene));

function askKeywords(session: OpenSession, scene: SceneFacts): SceneFacts {
  const { asked, ...kept } = scene.suggestions ?? {};
  const rest = (): SceneFacts => ({
    ...without(scene, 'suggestions'),
    ...((kept.answered || kept.times) && { suggestions: kept }),
  });
  if (!isAskable(scene)) return asked ? rest() : scene;
  const material = keywordMaterial(scene);
  if (asked && (asked.material === material || !isOver(session, suggestJob(session, scene)))) return scene;
  const { times = 0 } = kept;
  if (kept.answered?.material === material || times >= MOST_QUESTIONS) return asked ? rest() : scene;
  const others = session.scenes.slice(0, session.scenes.indexOf(scene)).map(soFar);
  return { ...scene, suggestions: { ...kept, times: times + 1, asked: { material, scene: soFar(scene), others } } };
}

function askTitles(session: OpenSession): OpenSession {
  const { asked, ...kept } = session.titles ?? {};
  const rest = (): OpenSession => ({
    ...(without(session, 'titles') as OpenSession),
    ...((kept.answered || kept.times) && { titles: kept }),
  });
  if (session.title !== undefined || !isWhole(session)) return asked ? rest() : session;
  const material = titleMaterial(session);
  if (asked && (asked.material === material || !isOver(session, entitleJob(session)))) return session;
  const { times = 0 } = kept;
  if (kept.answered?.material === material || times >= MOST_QUESTIONS) return asked ? rest() : session;
  return {
    ...session,
    titles: { ...kept, times: times + 1, asked: { material, manuscript: manuscriptOf(session, 0) } },
  };
}

/** The session with the questions that its facts call for. */
export function ask(session: OpenSession): OpenSession {
  const scenes = session.scenes.map((scene) => askKeywords(session, scene));
  const asked = scenes.some((scene, index) => scene !== session.scenes[index]) ? { ...session, scenes } : session;
  return askTitles(asked);
}

const tidied = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => tidy(word, 'line')).filter(Boolean)),
];

const tidiedKeywords = (keywords: Keywords): Keywords => {
  const entries = KEYWORD_KINDS.map((kind) => [kind, tidied(keywords[kind])] as const);
  return { setting: [], action: [], feeling: [], ...Object.fromEntries(entries) };
};

export function suggested(
  session: OpenSession,
  job: Job<'suggest'>,
  { keywords, note }: JobOutput<'suggest'>,
): OpenSession {
  const answers = (scene: SceneFacts): SceneFacts => {
    const { asked, ...kept } = scene.suggestions ?? {};
    if (!asked || suggestJob(session, scene)[0]?.id !== job.id) return scene;
    const answered = { material: asked.material, keywords: tidiedKeywords(keywords), ...(note && { note }) };
    return { ...scene, suggestions: { ...kept, answered } };
  };
  return session.scenes.reduce((changed, { key }) => changeScene(changed, key, answers), session);
}

export function entitled(session: OpenSession, { titles, note }: JobOutput<'entitle'>): OpenSession {
  const { asked, ...kept } = session.titles ?? {};
  if (!asked) return session;
  const answered = { material: asked.material, titles: tidied(titles), ...(note && { note }) };
  return { ...session, titles: { ...kept, answered } };
}
