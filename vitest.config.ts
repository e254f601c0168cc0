import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Each isolated file would load the TypeScript parser anew; no test leans on module state.
    isolate: false,
    setupFiles: ['tests/setup.ts'],
    reporters: ['default', './tests/reporter.ts'],
    testTimeout: 20_000,
  },
});
