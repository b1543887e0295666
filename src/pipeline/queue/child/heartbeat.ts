// Whether a worker is still there: it has to become ready in time, and then to answer now and again.
// Beats are counted, not time, so that a laptop that slept or a parent that was busy itself is no fault of the worker.

export interface Heartbeat {
  /** A worker is asked this often, and so is counted. Milliseconds. */
  readonly everyMs: number;
  /** As many times in a row without any word, and the worker is given up. Models compute for long without a pause. */
  readonly most: number;
}

export interface HeartbeatOptions {
  readonly heartbeat: Heartbeat;
  /** How long a worker may take to become ready. Milliseconds. */
  readonly startMs: number;
}

export interface HeartbeatEvents {
  /** To be answered. */
  readonly ping: () => void;
  readonly onSilence: (reason: string) => void;
}

export interface Watch {
  /** From now on it answers. */
  ready(): void;
  /** It has said something. */
  heard(): void;
  end(): void;
}

export function watchOver({ heartbeat, startMs }: HeartbeatOptions, { ping, onSilence }: HeartbeatEvents): Watch {
  const start = setTimeout(() => onSilence('it does not start'), startMs);
  let beat: NodeJS.Timeout | undefined;
  let unanswered = 0;
  return {
    ready() {
      clearTimeout(start);
      beat = setInterval(() => {
        if (unanswered >= heartbeat.most) return onSilence('it does not answer');
        unanswered += 1;
        ping();
      }, heartbeat.everyMs);
    },
    heard() {
      unanswered = 0;
    },
    end() {
      clearTimeout(start);
      clearInterval(beat);
    },
  };
}
