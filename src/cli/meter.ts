// How fast something comes, bytes or things, and how long the rest will take, from what came of late.
import { durationText, sizeText } from './sizes.ts';

/** Milliseconds. */
const APART = 100;

/** What is counted, and how much of the past tells how fast it comes. */
export interface Measure {
  /** Milliseconds. */
  readonly window: number;
  readonly text: (amount: number) => string;
  /** Per second. */
  readonly rate: (amount: number) => string;
}

export const BYTES: Measure = { window: 10_000, text: sizeText, rate: (amount) => `${sizeText(amount)}/s` };

/** Things of which one may take seconds. */
export const THINGS: Measure = {
  window: 120_000,
  text: String,
  rate: (amount) => `${amount.toFixed(amount < 10 ? 1 : 0)}/s`,
};

export interface Meter {
  /** Takes note of how much there is. */
  note(done: number): void;
  /** Amount, rate and remaining time, as far as they are known. */
  text(done: number, total: number): string;
}

/** @param now a clock in milliseconds. */
export function createMeter(now: () => number, measure: Measure = BYTES): Meter {
  let samples: readonly { readonly time: number; readonly done: number }[] = [];
  return {
    note(done) {
      const time = now();
      const last = samples.at(-1);
      if (last && done >= last.done && time - last.time < APART) return;
      // What was started over did not come just now.
      const recent = last && done < last.done ? [] : samples.filter((sample) => time - sample.time <= measure.window);
      samples = [...recent, { time, done }];
    },
    text(done, total) {
      const [first] = samples;
      const seconds = first ? (now() - first.time) / 1000 : 0;
      const rate = first && seconds > 0 ? (done - first.done) / seconds : 0;
      const amount = `${measure.text(done)} / ${measure.text(total)}`;
      if (rate <= 0) return amount;
      return `${amount} · ${measure.rate(rate)} · ${durationText((total - done) / rate)}`;
    },
  };
}
