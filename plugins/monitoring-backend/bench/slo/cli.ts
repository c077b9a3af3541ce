import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Report } from '../lib/Report';
import { measureEvaluation } from './measureEvaluation';
import { measurePoll } from './measurePoll';
import { measureRules } from './measureRules';

async function main() {
  const report = new Report();
  measureRules(report);
  const directory = mkdtempSync(path.join(tmpdir(), 'sightline-bench-'));
  try {
    await measureEvaluation(report, path.join(directory, 'evaluation'));
    await measurePoll(report, path.join(directory, 'poll'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  process.stdout.write(`${report}\n`);
  if (report.failed.length > 0) {
    process.stdout.write(`\nToo much: ${report.failed.join(', ')}\n`);
    process.exitCode = 1;
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
