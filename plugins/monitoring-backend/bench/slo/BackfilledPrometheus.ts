import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import { stringify } from 'yaml';
import { SampleFile } from './SampleFile';

/** A group as Prometheus reports it. */
interface EvaluatedGroup {
  name: string;
  /** In seconds. */
  evaluationTime: number;
  rules: { name: string; health: string; lastError?: string }[];
}

/** A real Prometheus over a past that was written before it started. */
export class BackfilledPrometheus {
  readonly url: string;
  readonly #process: ChildProcess;

  static async start(
    directory: string,
    options: { samples: SampleFile; groups?: RuleGroup[] },
  ): Promise<BackfilledPrometheus> {
    mkdirSync(directory, { recursive: true });
    execFileSync(
      'promtool',
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        '--max-block-duration=744h',
        await options.samples.close(),
        path.join(directory, 'data'),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    // Every group each minute, so that all are measured soon.
    const groups = (options.groups ?? []).map(({ name, rules }) => ({
      name,
      rules,
    }));
    writeFileSync(path.join(directory, 'rules.yml'), stringify({ groups }));
    writeFileSync(
      path.join(directory, 'prometheus.yml'),
      stringify({
        global: { evaluation_interval: '1m' },
        rule_files: ['rules.yml'],
      }),
    );
    const port = await freePort();
    const child = spawn(
      'prometheus',
      [
        `--config.file=${path.join(directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${path.join(directory, 'data')}`,
        '--storage.tsdb.retention.time=90d',
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    const prometheus = new BackfilledPrometheus(port, child);
    await prometheus.#until(async () => {
      const answer = await fetch(`${prometheus.url}/-/ready`).catch(
        () => undefined,
      );
      return answer?.ok ?? false;
    });
    return prometheus;
  }

  private constructor(port: number, child: ChildProcess) {
    this.url = `http://127.0.0.1:${port}`;
    this.#process = child;
  }

  /** Resident memory, in bytes. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024;
  }

  /** Waits until every group has been evaluated. */
  async evaluatedGroups(): Promise<EvaluatedGroup[]> {
    let groups: EvaluatedGroup[] = [];
    await this.#until(async () => {
      const answer = await fetch(`${this.url}/api/v1/rules`);
      const body = (await answer.json()) as {
        data: { groups: EvaluatedGroup[] };
      };
      groups = body.data.groups;
      return groups.every(({ rules }) =>
        rules.every(({ health }) => health !== 'unknown'),
      );
    });
    return groups;
  }

  async stop(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#process.once('exit', () => resolve());
      this.#process.kill('SIGKILL');
    });
  }

  async #until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 360; attempt += 1) {
      if (await isTrue()) {
        return;
      }
      await wait(500);
    }
    throw new Error('Prometheus did not come so far within 3 minutes');
  }
}
