import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Report } from '../lib/Report';
import { Scale } from './Scale';

const ROOT = path.join(__dirname, '../../../..');

/** Writes `bench/results.md` of the repository. */
export function writeResults(report: Report, scale: Scale): void {
  const [, prometheus = ''] =
    execFileSync('prometheus', ['--version'], { encoding: 'utf8' }).match(
      /version (\d+\.\d+\.\d+)/,
    ) ?? [];
  const directory = path.join(ROOT, 'bench');
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    path.join(directory, 'results.md'),
    `# Measured

\`npm run bench query\` wrote this; it fails when a figure is beyond what it may be at most. Everything runs on one
machine over its loopback address, by turns, so that ratios tell more than times: the load, a backend with
our plugin and Backstage's stock proxy, and Prometheus.

${os.availableParallelism()} cores (${os.arch()}), ${Math.round(
      os.totalmem() / 2 ** 30,
    )} GB of memory, Node ${process.versions.node}, Prometheus ${prometheus};
${scale.services} services of 6 series, ${scale.hours} h at 60 s; ${
      scale.repeats
    } repeats, of which the middle one is told.

${report.toMarkdown()}
`,
  );
}
