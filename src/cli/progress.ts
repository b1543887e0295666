// How far a command has come: bars on a terminal, plain lines elsewhere. Always on standard error,
// so that standard output carries nothing but the result. The one importer of cli-progress.
import cliProgress from 'cli-progress';
import { BYTES, createMeter, type Measure, THINGS } from './meter.ts';

/** How long a step took. */
export interface StepTime {
  readonly label: string;
  readonly seconds: number;
}

export interface Progress {
  /** Begins a step of `total` parts; the step before it is finished. */
  step(label: string, total: number): void;
  /** The same for parts that are bytes: shows their rate and the time that is left as well. */
  transfer(label: string, total: number): void;
  /** The same for parts of which there are many: shows their rate and the time that is left as well. */
  count(label: string, total: number): void;
  /** Says that `done` parts of the step are done, of `total` where only the step itself knows how many there are. */
  at(done: number, total?: number): void;
  /** A line for the user, below whatever was drawn. */
  say(line: string): void;
  /** Finishes the current step, if there is one, and tells how long each step took. */
  end(): readonly StepTime[];
}

/** Where progress is drawn; bars need a terminal. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Draws one step at a time. */
interface Drawing {
  begin(label: string, total: number): void;
  beginMeasured(label: string, total: number, measure: Measure): void;
  at(done: number, total?: number): void;
  stop(): void;
}

/** How often a line says how far the bytes are, and how often a bar is told, in milliseconds. */
const LINE_EVERY = 5000;
const BAR_EVERY = 100;

/** What bytes have come to, said no more often than every so often, and when they are complete. */
function createTeller(
  total: number,
  every: number,
  measure: Measure,
  now: () => number,
  say: (amount: string, done: number) => void,
) {
  const meter = createMeter(now, measure);
  let last = now();
  return (done: number): void => {
    meter.note(done);
    if (done < total && now() - last < every) return;
    last = now();
    say(meter.text(done, total), done);
  };
}

function lines(output: Output, now: () => number): Drawing {
  let tell: ((done: number) => void) | undefined;
  return {
    begin(label, total) {
      tell = undefined;
      output.write(`${label} (${total})\n`);
    },
    beginMeasured(label, total, measure) {
      output.write(`${label} (${measure.text(total)})\n`);
      tell = createTeller(total, LINE_EVERY, measure, now, (amount) => void output.write(`  ${amount}\n`));
    },
    at: (done) => tell?.(done),
    stop() {
      tell = undefined;
    },
  };
}

// Ctrl-C is the door's to turn into a cancellation: the bar shall not exit the process by itself.
const BAR = { hideCursor: true, barsize: 24, gracefulExit: false };

function bars(output: Output, now: () => number): Drawing {
  let bar: cliProgress.SingleBar | undefined;
  let tell: ((done: number) => void) | undefined;
  const start = (format: string, total: number, payload: object): void => {
    bar = new cliProgress.SingleBar({ ...BAR, stream: output, format }, cliProgress.Presets.shades_classic);
    bar.start(total, 0, payload);
  };
  return {
    begin: (label, total) => start(' {bar} {value}/{total}  {label}', total, { label }),
    beginMeasured(label, total, measure) {
      start(' {bar} {percentage}%  {label}  {amount}', total, { label, amount: measure.text(total) });
      tell = createTeller(total, BAR_EVERY, measure, now, (amount, done) => bar?.update(done, { amount }));
    },
    at(done, total) {
      if (total !== undefined) bar?.setTotal(total);
      if (tell) tell(done);
      else bar?.update(done);
    },
    stop() {
      bar?.stop();
      bar = undefined;
      tell = undefined;
    },
  };
}

/** @param now a clock in milliseconds. */
export function createProgress(output: Output, now: () => number): Progress {
  const drawing = output.isTTY ? bars(output, now) : lines(output, now);
  const times: StepTime[] = [];
  let current: { readonly label: string; readonly since: number } | undefined;
  const finish = (): void => {
    if (!current) return;
    drawing.stop();
    times.push({ label: current.label, seconds: (now() - current.since) / 1000 });
    current = undefined;
  };
  const begin = (label: string): void => {
    finish();
    current = { label, since: now() };
  };
  return {
    step(label, total) {
      begin(label);
      drawing.begin(label, total);
    },
    transfer(label, total) {
      begin(label);
      drawing.beginMeasured(label, total, BYTES);
    },
    count(label, total) {
      begin(label);
      drawing.beginMeasured(label, total, THINGS);
    },
    at: drawing.at,
    say(line) {
      drawing.stop();
      output.write(`${line}\n`);
    },
    end() {
      finish();
      return times;
    },
  };
}
