// Hands news to whoever listens: kept until somebody does, and a listener's own fault stays its own.
import type { JobListener, JobNews } from '../../jobs.ts';
import type { Log } from '../../log.ts';

export interface Announcer {
  tell(news: JobNews): void;
  listen(listener: JobListener): void;
}

export function createAnnouncer(log: Pick<Log, 'error'>): Announcer {
  const listeners: JobListener[] = [];
  const kept: JobNews[] = [];
  const call = async (listener: JobListener, news: JobNews): Promise<void> => {
    try {
      await listener(news);
    } catch (error) {
      log.error({ err: error, job: news.id, book: news.book, news: news.type }, 'a listener of the job queue failed');
    }
  };
  return {
    tell(news) {
      if (listeners.length === 0) kept.push(news);
      for (const listener of listeners) void call(listener, news);
    },
    listen(listener) {
      listeners.push(listener);
      for (const news of kept.splice(0)) void call(listener, news);
    },
  };
}
