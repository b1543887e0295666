// What the talking process says to whoever started it, besides its platforms' own lines.
import type { Locale } from '../story.ts';

interface Words {
  readonly started: string;
  readonly stopping: string;
  /** After what could not be reached. */
  readonly tryingAgain: string;
}

export const WORDING: Readonly<Record<Locale, Words>> = {
  ko: {
    started: '준비됐어요. 끄려면 Ctrl-C를 누르세요.',
    stopping: '끄고 있어요. 하던 일은 다음에 켤 때 이어서 해요.',
    tryingAgain: '될 때까지 다시 해 볼게요.',
  },
  en: {
    started: 'Ready. Press Ctrl-C to stop.',
    stopping: 'Stopping. What was under way goes on at the next start.',
    tryingAgain: 'It is tried again until it works.',
  },
};
