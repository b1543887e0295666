// How fast bytes, or whatever is counted, come and how long the rest will take, from what came in the last seconds.
import { durationText, sizeText } from './sizes.ts';

/** Milliseconds. */
const WINDOW = 10_000;
const APART = 100;

/** What is metered: how an amount of it is written, and how slow it may come. */
export interface Metered {
  readonly text: (amount: number) => string;
  readonly rate: (perSecond: number) => string;
  /** Milliseconds that the rate is taken over. */
  readonly window: number;
}

export const BYTES: Metered = { text: sizeText, rate: (rate) => `${sizeText(rate)}/s`, window: WINDOW };
/** Pages and the like, of which a slow machine makes one in some seconds. */
export const COUNT: Metered = {
  text: (count) => count.toLocaleString('en'),
  rate: (rate) => `${rate.toFixed(rate < 10 ? 2 : 0)}/s`,
  window: 120_000,
};

export interface Meter {
  /** Takes note of how much there is. */
  note(done: number): void;
  /** Amount, rate and remaining time, as far as they are known. */
  text(done: number, total: number): string;
}

/** @param now a clock in milliseconds. */
export function createMeter(now: () => number, { text, rate: rateText, window }: Metered = BYTES): Meter {
  let samples: readonly { readonly time: number; readonly done: number }[] = [];
  return {
    note(done) {
      const time = now();
      const last = samples.at(-1);
      if (last && done >= last.done && time - last.time < APART) return;
      // What was started over did not come just now.
      const recent = last && done < last.done ? [] : samples.filter((sample) => time - sample.time <= window);
      samples = [...recent, { time, done }];
    },
    text(done, total) {
      const [first] = samples;
      const seconds = first ? (now() - first.time) / 1000 : 0;
      const rate = first && seconds > 0 ? (done - first.done) / seconds : 0;
      const amount = `${text(done)} / ${text(total)}`;
      if (rate <= 0) return amount;
      return `${amount} · ${rateText(rate)} · ${durationText((total - done) / rate)}`;
    },
  };
}
