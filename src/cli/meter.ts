// How fast bytes come and how long the rest will take, from what came in the last seconds.
import { durationText, sizeText } from './sizes.ts';

/** Milliseconds. */
const WINDOW = 10_000;
const APART = 100;

export interface Meter {
  /** Takes note of how much there is. */
  note(done: number): void;
  /** Amount, rate and remaining time, as far as they are known. */
  text(done: number, total: number): string;
}

/** @param now a clock in milliseconds. */
export function createMeter(now: () => number): Meter {
  let samples: readonly { readonly time: number; readonly done: number }[] = [];
  return {
    note(done) {
      const time = now();
      const last = samples.at(-1);
      if (last && done >= last.done && time - last.time < APART) return;
      // What was started over did not come just now.
      const recent = last && done < last.done ? [] : samples.filter((sample) => time - sample.time <= WINDOW);
      samples = [...recent, { time, done }];
    },
    text(done, total) {
      const [first] = samples;
      const seconds = first ? (now() - first.time) / 1000 : 0;
      const rate = first && seconds > 0 ? (done - first.done) / seconds : 0;
      const amount = `${sizeText(done)} / ${sizeText(total)}`;
      if (rate <= 0) return amount;
      return `${amount} · ${sizeText(rate)}/s · ${durationText((total - done) / rate)}`;
    },
  };
}
