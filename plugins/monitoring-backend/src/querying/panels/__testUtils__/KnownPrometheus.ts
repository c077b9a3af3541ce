import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';

const FRAMES = resolve(__dirname, '../__fixtures__/frames');

/** Tests that need a real Prometheus are skipped by this name where there is none. */
export const describeWithPrometheus = hasPrometheus()
  ? describe
  : describe.skip;

/** Text of a fixture that is kept packed. */
export function readPacked(name: string): string {
  return gunzipSync(readFileSync(join(FRAMES, name))).toString('utf8');
}

/** A real Prometheus that holds the data on which Grafana's answers were recorded. */
export async function startKnownPrometheus(): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-known-data-'));
  try {
    const file = join(folder, 'data.om');
    writeFileSync(file, readPacked('data.om.gz'));
    return await TestPrometheus.start({ openMetrics: { file }, patience: 60 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasPrometheus(): boolean {
  return ['prometheus', 'promtool'].every(
    command => spawnSync(command, ['--version']).status === 0,
  );
}
