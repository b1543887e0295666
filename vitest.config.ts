import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Machines that run tests are busy with other tests: nothing is late before this.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000 } },
    // Many tests wait for programs and browsers of their own: one worker more than there are cores.
    maxWorkers: availableParallelism() + 1,
  },
});
