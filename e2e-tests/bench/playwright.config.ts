import { defineConfig } from '@playwright/test';
import config from '../../playwright.config';

/** What is measured in a browser: `npm run bench dashboards`. */
export default defineConfig({
  ...config,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results',
  timeout: 300_000,
  use: {
    ...config.use,
    trace: 'off',
    screenshot: 'off',
    actionTimeout: 20_000,
  },
});
