import { defineConfig } from 'vitest/config';

// All defects, for `npm run defects`: minutes, so not among the tests.
export default defineConfig({
  test: { root: '.', include: ['test/defects/all.ts'], testTimeout: 3_600_000 },
});
