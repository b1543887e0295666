// What the queue tells, taken into the facts. News counts only for work that is still wanted, so news that comes twice,
// late or for something else changes nothing. Pure.
import { hasPerson } from '../../authorship.ts';
import type { Job, JobFailure, JobNews, JobOutput } from '../../jobs.ts';
import { entitled, suggested } from './asking.ts';
import { shortKey } from './content-hash.ts';
import { isGivenUp } from './job.ts';
import { jobsWanted } from './jobs-owed.ts';
import { materialOf } from './manuscript.ts';
import { tellText } from './pages.ts';
import { doom, giveUpIncoming, keptFor, refuse, withThumbnail } from './pictures.ts';
import { submitForReview } from './review.ts';
import { changeScene, type OpenSession, type SceneFacts, type Session, without } from './session.ts';
import { count } from './usage.ts';

type Done = Extract<JobNews, { readonly type: 'done' }>;

function received(
  session: OpenSession,
  job: Job<'receive'>,
  { picture, thumbnail }: JobOutput<'receive'>,
): OpenSession {
  const uploadKey = job.input.upload.key;
  const scene = session.scenes.find(({ incoming }) => incoming?.upload?.key === uploadKey);
  if (!scene?.incoming) return session;
  const { source } = scene.incoming;
  const gone = [
    uploadKey,
    ...(scene.picture && scene.picture.key !== picture.key ? withThumbnail(scene.picture.key) : []),
  ];
  const isNew = (old: SceneFacts): SceneFacts => {
    const taken: SceneFacts = { ...without(old, 'incoming', 'suggestions', 'remarks'), source, picture, thumbnail };
    // What a model saw was in the picture before; what a person said still holds.
    return old.caption && hasPerson(old.caption) ? taken : { ...without(taken, 'caption'), described: false };
  };
  return doom(changeScene(session, scene.key, isNew), gone);
}

function described(
  session: OpenSession,
  job: Job<'describe'>,
  { caption, withheld, note }: JobOutput<'describe'>,
): OpenSession {
  const scene = session.scenes.find(({ picture }) => picture?.key === job.input.picture.key);
  if (!scene) return session;
  const remarks = { ...(withheld && { withheld }), ...(note && { note }) };
  return changeScene(session, scene.key, (old) => ({
    ...old,
    described: true,
    ...(caption && { caption }),
    ...(Object.keys(remarks).length > 0 && { remarks }),
  }));
}

function written(session: OpenSession, job: Job<'write'>, { told }: JobOutput<'write'>): OpenSession {
  const { wanted } = job.input;
  if (wanted.some((_, position) => told[position] === undefined)) {
    return failed(session, job, { code: 'unexpected', details: {}, retryable: false });
  }
  const scenes = session.scenes.map((scene, index) => {
    const passage = told[wanted.indexOf(index)];
    return passage ? tellText(scene, passage, materialOf(session, scene)) : scene;
  });
  return { ...session, scenes };
}

function printed(session: OpenSession, job: Job<'print'>, { pdf, pages, notes }: JobOutput<'print'>): OpenSession {
  const { title, pages: told } = job.input.book;
  const book = {
    request: session.requests,
    job: job.id,
    title,
    scenes: told.length,
    pdf,
    pages,
    notes,
    delivered: false,
  };
  const settled = { ...(without(session, 'undelivered') as OpenSession), making: false, book };
  return submitForReview(settled, book, job.input.book);
}

const folded = (session: OpenSession, made: JobOutput<'fold'>): OpenSession =>
  session.booklet ? { ...session, booklet: { ...session.booklet, made } } : session;

function done(session: OpenSession, job: Job, { output }: Done): OpenSession {
  // The news was matched to the job by its id, which names kind and input; its output is of that kind.
  switch (job.kind) {
    case 'receive':
      return received(session, job, output as JobOutput<'receive'>);
    case 'describe':
      return described(session, job, output as JobOutput<'describe'>);
    case 'suggest':
      return suggested(session, job, output as JobOutput<'suggest'>);
    case 'entitle':
      return entitled(session, output as JobOutput<'entitle'>);
    case 'write':
      return written(session, job, output as JobOutput<'write'>);
    case 'fold':
      return folded(session, output as JobOutput<'fold'>);
    // A class's own work; none of its news comes here.
    case 'bind':
      return session;
    case 'print':
      return printed(session, job, output as JobOutput<'print'>);
  }
}

/** Work that is given up either falls to people, or stands still until they say so. */
function failed(session: OpenSession, job: Job, failure: JobFailure): OpenSession {
  const times = (session.failures[job.id]?.times ?? 0) + 1;
  const counted = { ...session, failures: { ...session.failures, [job.id]: { times, failure } } };
  if (!isGivenUp(counted, job.id)) return counted;
  if (job.kind === 'describe') return described(counted, job, {});
  if (job.kind === 'fold' && counted.booklet) return { ...counted, booklet: { ...counted.booklet, failure } };
  if (job.kind !== 'receive') return counted;
  const scene = session.scenes.find(({ incoming }) => incoming?.upload?.key === job.input.upload.key);
  if (!scene?.incoming) return counted;
  const { source, name } = scene.incoming;
  const key = shortKey('note', [session.id, session.born, source]);
  return refuse(giveUpIncoming(counted, source), key, [{ ...(name && { name }), why: failure }]);
}

/** Bytes that a job has made. */
function madeBy(news: Done): readonly string[] {
  if (news.kind === 'receive') return withThumbnail(news.output.picture.key);
  if (news.kind === 'print') return [news.output.pdf, ...news.output.pages].map(({ key }) => key);
  if (news.kind === 'fold') return [news.output.pdf.key];
  return [];
}

/**
 * A printed file is kept until the session goes, wanted or not: the queue may tell of it again for the same book.
 * A picture that nobody waits for any more is not.
 */
function kept(session: OpenSession, news: Done): OpenSession {
  if (news.kind === 'print' || news.kind === 'fold')
    return { ...session, files: [...new Set([...session.files, ...madeBy(news)])] };
  const known = new Set(keptFor(session));
  return doom(
    session,
    madeBy(news).filter((key) => !known.has(key)),
  );
}

export function hearNews(session: OpenSession, news: JobNews): OpenSession {
  const job = jobsWanted(session).find(({ id }) => id === news.id);
  if (news.type === 'done') return count(kept(job ? done(session, job, news) : session, news), news);
  return news.type === 'failed' && job ? failed(session, job, news.failure) : session;
}

/** After everything was deleted, what jobs still bring goes as well. */
export function hearLateNews<S extends Session>(session: S, news: JobNews): S {
  const made = news.type === 'done' ? madeBy(news).filter((key) => !session.doomed.includes(key)) : [];
  return made.length === 0 ? session : { ...session, doomed: [...session.doomed, ...made] };
}
