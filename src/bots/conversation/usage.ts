// What services were asked for a book, added up. Counted is what the news of finished work tells, also of work that is
// no longer wanted, each job once; what failed work may have cost is not told and not counted. Pure.
import type { JobNews, Usage } from '../../jobs.ts';
import { usageSum } from '../../usage.ts';
import { type OpenSession, REMEMBERED } from './session.ts';

const usedBy = (news: JobNews): Usage | undefined =>
  news.type === 'done' && 'used' in news.output ? news.output.used : undefined;

/** News comes at least once: the ids of jobs that cost something are remembered, the others tell of nothing to add. */
export function count(session: OpenSession, news: JobNews): OpenSession {
  const used = usedBy(news);
  if (!used || session.billed.includes(news.id)) return session;
  return {
    ...session,
    used: usageSum(session.used, used),
    billed: [...session.billed, news.id].slice(-REMEMBERED.billed),
  };
}
