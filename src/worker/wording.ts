// What a worker says to whoever has started it by hand.
import type { Locale } from '../story.ts';

interface Words {
  readonly started: string;
  readonly stopping: string;
  readonly nothingToServe: string;
}

export const WORDING: Readonly<Record<Locale, Words>> = {
  ko: {
    started: '일꾼이 준비됐어요. 끄려면 Ctrl-C를 누르세요.',
    stopping: '일꾼을 끄고 있어요. 하던 일은 다른 일꾼이 이어서 해요.',
    nothingToServe:
      '일꾼이 일을 받을 곳이 없어요. .env의 REDIS_URL에 함께 쓰는 Redis를 적어 주세요. 컴퓨터가 한 대라면 npm start만으로 충분해요.',
  },
  en: {
    started: 'The worker is ready. Press Ctrl-C to stop.',
    stopping: 'Stopping the worker. Others go on with what it was doing.',
    nothingToServe:
      'There is nowhere for a worker to take work from. Set REDIS_URL in .env to the Redis that is shared. On a single computer, npm start is enough.',
  },
};
