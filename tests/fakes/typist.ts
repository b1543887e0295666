// A person at a terminal: waits until a question is on the screen, then types its answer.
import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/cli/ask.ts';

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const BACKSPACE = '\u007f';
export const CTRL_C = '\u0003';

/** A question, recognised by a part of its text, and the texts and keys that answer it. */
export type Answer = readonly [question: string, ...keys: string[]];

const KEYS = new Set([ENTER, DOWN, CTRL_C]);

class FakeScreen extends PassThrough {
  readonly isTTY = true;
  readonly columns = 100;
  readonly rows = 40;
}

class FakeKeyboard extends PassThrough {
  readonly isTTY = true;
  setRawMode(): this {
    return this;
  }
}

export interface Typist {
  readonly terminal: Terminal;
  /** Answers that were never asked for. */
  left(): readonly Answer[];
}

export function createTypist(answers: readonly Answer[], signal = new AbortController().signal): Typist {
  const output = new FakeScreen();
  const input = new FakeKeyboard();
  const waiting = [...answers];
  let seen = '';
  output.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    const next = waiting[0];
    if (!next || !seen.includes(next[0])) return;
    waiting.shift();
    seen = '';
    const keys = next.slice(1).flatMap((typed) => (KEYS.has(typed) ? [typed] : [...typed]));
    // The prompt starts listening in the same turn in which it draws itself.
    setImmediate(() => {
      for (const key of keys) input.write(key);
    });
  });
  return { terminal: { input, output, signal }, left: () => waiting };
}
