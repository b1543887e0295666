// How far a command has come: bars on a terminal, plain lines elsewhere. Always on standard error,
// so that standard output carries nothing but the result. The one importer of cli-progress.
import cliProgress from 'cli-progress';

/** How long a step took. */
export interface StepTime {
  readonly label: string;
  readonly seconds: number;
}

export interface Progress {
  /** Begins a step of `total` parts; the step before it is finished. */
  step(label: string, total: number): void;
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
  at(done: number, total?: number): void;
  stop(): void;
}

function lines(output: Output): Drawing {
  return {
    begin: (label, total) => void output.write(`${label} (${total})\n`),
    at() {},
    stop() {},
  };
}

function bars(output: Output): Drawing {
  let bar: cliProgress.SingleBar | undefined;
  return {
    begin(label, total) {
      const options = { stream: output, format: ' {bar} {value}/{total}  {label}', hideCursor: true, barsize: 24 };
      // Ctrl-C is the door's to turn into a cancellation: the bar shall not exit the process by itself.
      bar = new cliProgress.SingleBar({ ...options, gracefulExit: false }, cliProgress.Presets.shades_classic);
      bar.start(total, 0, { label });
    },
    at(done, total) {
      if (total !== undefined) bar?.setTotal(total);
      bar?.update(done);
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

/** @param now a clock in milliseconds. */
export function createProgress(output: Output, now: () => number): Progress {
  const drawing = output.isTTY ? bars(output) : lines(output);
  const times: StepTime[] = [];
  let current: { readonly label: string; readonly since: number } | undefined;
  const finish = (): void => {
    if (!current) return;
    drawing.stop();
    times.push({ label: current.label, seconds: (now() - current.since) / 1000 });
    current = undefined;
  };
  return {
    step(label, total) {
      finish();
      current = { label, since: now() };
      drawing.begin(label, total);
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
