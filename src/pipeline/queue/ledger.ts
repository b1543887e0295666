// Which jobs a queue knows: those on their way, and the news of those it has done, as many as it may remember.
import type { JobNews } from '../../jobs.ts';

export interface Ledger {
  /** Enters a job: `new` when it is to be run, `known` when it is on its way, its news when it is done. */
  enter(id: string): 'new' | 'known' | JobNews;
  /** Closes the entry of a job that is done or has failed. */
  close(news: JobNews): void;
}

export function createLedger(remembered: number): Ledger {
  const known = new Set<string>();
  const done = new Map<string, JobNews>();
  return {
    enter(id) {
      const entry = done.get(id) ?? (known.has(id) ? 'known' : 'new');
      if (entry === 'new') known.add(id);
      return entry;
    },
    close(news) {
      known.delete(news.id);
      if (news.type !== 'done') return;
      done.set(news.id, news);
      const [oldest] = done.keys();
      if (done.size > remembered && oldest !== undefined) done.delete(oldest);
    },
  };
}
