import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for programs and browsers of their own: one worker more than there are cores.
    maxWorkers: availableParallelism() + 1,
  },
});
