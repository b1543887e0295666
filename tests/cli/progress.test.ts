import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

/** A stream that is no terminal, and a clock that moves a second at each look. */
function watch() {
  let seen = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen += chunk.toString();
      done();
    },
  });
  let time = 0;
  const now = (): number => {
    time += 1000;
    return time;
  };
  return { progress: createProgress(output, now), text: () => seen };
}

test('away from a terminal, progress is one plain line a step', () => {
  const { progress, text } = watch();
  progress.step('그림 읽기', 3);
  progress.at(1);
  progress.say('메모');
  progress.step('책 만들기', 2);
  progress.end();
  expect(text()).toBe('그림 읽기 (3)\n메모\n책 만들기 (2)\n');
});

test('the end tells how long each step took, once', () => {
  const { progress } = watch();
  progress.step('a', 1);
  progress.step('b', 1);
  expect(progress.end()).toEqual([
    { label: 'a', seconds: 1 },
    { label: 'b', seconds: 1 },
  ]);
  expect(progress.end()).toHaveLength(2);
});

test('of many parts, it also says how fast they come and how long the rest will take', () => {
  const { progress, text } = watch();
  progress.count('그림 설명하기', 100);
  for (let done = 1; done <= 4; done += 1) progress.at(done * 10);
  progress.at(100);
  progress.end();
  const [first, ...others] = text().split('\n');
  expect(first).toBe('그림 설명하기 (100)');
  expect(others[0]).toMatch(/^ {2}\d+ \/ 100 · \d\.\d\/s · \d:\d\d$/);
  expect(others.at(-2)).toMatch(/^ {2}100 \/ 100 · /);
});
