// What the talking process says to whoever started it, besides its platforms' own lines.
import type { Locale } from '../story.ts';

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

interface Words {
  readonly started: string;
  readonly stopping: string;
  /** `size` in bytes. */
  readonly captionerOffer: (command: string, size: number) => string;
  /** After what could not be reached. */
  readonly tryingAgain: string;
}

export const WORDING: Readonly<Record<Locale, Words>> = {
  ko: {
    started: '준비됐어요. 끄려면 Ctrl-C를 누르세요.',
    stopping: '끄고 있어요. 하던 일은 다음에 켤 때 이어서 해요.',
    captionerOffer: (command, size) =>
      `그림 설명을 자동으로 받고 싶다면: ${command} (한 번만 약 ${gigabytes(size)}를 받아요. 받은 뒤에는 다시 켜 주세요)`,
    tryingAgain: '될 때까지 다시 해 볼게요.',
  },
  en: {
    started: 'Ready. Press Ctrl-C to stop.',
    stopping: 'Stopping. What was under way goes on at the next start.',
    captionerOffer: (command, size) =>
      `To have pictures described for you: ${command} (fetches about ${gigabytes(size)}, once; start this again afterwards)`,
    tryingAgain: 'It is tried again until it works.',
  },
};
