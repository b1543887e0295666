import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Hundreds of programs are started: what Node makes of their files is kept from one to the next, in tests and beneath.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'talesrunner-compiled');

/** Those that take longest, by what their paths hold, longest first: begun last, they would run on alone at the end. */
const LONG = [
  'main/killed',
  'cli/command',
  'child/deaths',
  'web/many',
  'web/',
  'discord/outages',
  'cli/',
  'slack/',
  'discord/',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((part) => moduleId.includes(part));
  return place < 0 ? LONG.length : place;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Machines that run tests are busy with other tests: nothing is late before this.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Many tests wait for programs and browsers of their own: one worker more than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
  },
});
