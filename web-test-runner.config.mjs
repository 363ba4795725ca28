/** Unit tests run in a real browser: the Chromium of the machine (or `CHROMIUM`), with fake camera and microphone. */
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { join } from 'node:path';
import { unusedFeatures } from './demo/services/chromium.ts';
import { root } from './scripts/paths.ts';
import { withThriftyCoverage } from './scripts/unit/coverage.ts';
import { packages } from './scripts/unit/packages.ts';
import { unitResultsReporter } from './scripts/unit/results.ts';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: root,
  files: 'test/unit/**/*.test.ts',
  plugins: [packages(), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') })],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      createPage: async ({ context }) =>
        withThriftyCoverage(await context.newPage(), (path) => path.startsWith('/src/')),
      launchOptions: {
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          '--autoplay-policy=no-user-gesture-required',
          // Loopback calls must not wait for a multicast name that nobody on a build machine answers.
          `--disable-features=${['WebRtcHideLocalIpsWithMdns', ...unusedFeatures].join(',')}`,
          '--mute-audio',
        ],
      },
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  concurrency: 2,
  // Libraries tell a lot; what matters is an assertion or an error.
  filterBrowserLogs: ({ type }) => type === 'error',
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  coverageConfig: {
    include: ['src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['json-summary', 'lcovonly'],
  },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), unitResultsReporter()],
};
