import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from './freePort';

/** A rule group as Prometheus reports it. */
export interface EvaluatedGroup {
  name: string;
  /** In seconds. */
  evaluationTime: number;
  rules: { name: string; health: string; lastError?: string }[];
}

/** What a {@link TestPrometheus} starts with. */
export interface TestPrometheusOptions {
  /** Samples with timestamps, ending with `# EOF`, or the file that holds them. */
  openMetrics: string | { file: string };
  /** Evaluated from the start. */
  ruleGroups?: unknown[];
  /** Prometheus duration; by default every second. */
  evaluationInterval?: string;
  /** Scraped from the start. */
  scrapeConfigs?: unknown[];
  /** Flags beside those of every test. */
  flags?: string[];
  /** How long it may take to start or to evaluate its rules, in seconds; by default 10. */
  patience?: number;
}

/** A real Prometheus with back-filled samples, for a test. */
export class TestPrometheus {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #patience: number;

  /** @throws when `prometheus` or `promtool` is not installed */
  static async start(options: TestPrometheusOptions): Promise<TestPrometheus> {
    const { openMetrics, evaluationInterval = '1s', patience = 10 } = options;
    const folder = mkdtempSync(join(tmpdir(), 'sightline-prometheus-'));
    try {
      if (typeof openMetrics === 'string') {
        writeFileSync(join(folder, 'samples.txt'), openMetrics);
      }
      writeFileSync(
        join(folder, 'rules.yml'),
        stringify({ groups: options.ruleGroups ?? [] }),
      );
      writeFileSync(
        join(folder, 'prometheus.yml'),
        stringify({
          global: { evaluation_interval: evaluationInterval },
          rule_files: ['rules.yml'],
          scrape_configs: options.scrapeConfigs ?? [],
        }),
      );
      execFileSync(
        'promtool',
        [
          'tsdb',
          'create-blocks-from',
          'openmetrics',
          '--max-block-duration=744h',
          typeof openMetrics === 'string' ? 'samples.txt' : openMetrics.file,
          'data',
        ],
        { cwd: folder, stdio: 'pipe' },
      );
      const port = await freePort();
      const process = spawn(
        'prometheus',
        [
          '--config.file=prometheus.yml',
          '--storage.tsdb.path=data',
          '--storage.tsdb.retention.time=90d',
          `--web.listen-address=127.0.0.1:${port}`,
          ...(options.flags ?? []),
        ],
        { cwd: folder, stdio: 'ignore' },
      );
      const prometheus = new TestPrometheus(port, folder, process, patience);
      await prometheus.#ready();
      return prometheus;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(
        `This test needs Prometheus and promtool, for example from: apt-get install prometheus. ${error}`,
      );
    }
  }

  private constructor(
    port: number,
    folder: string,
    process: ChildProcess,
    patience: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#process = process;
    this.#patience = patience;
  }

  async stop(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#process.once('exit', () => resolve());
      this.#process.kill('SIGKILL');
    });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Other rules take the place of those that there are, as when their file was written anew. */
  reload(ruleGroups: unknown[]): void {
    writeFileSync(
      join(this.#folder, 'rules.yml'),
      stringify({ groups: ruleGroups }),
    );
    this.#process.kill('SIGHUP');
  }

  /** Waits until every rule has been evaluated, and answers their groups. */
  async evaluatedGroups(): Promise<EvaluatedGroup[]> {
    let groups: EvaluatedGroup[] = [];
    await this.#until('Not all rules were evaluated', async () => {
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

  /** Waits until every rule has been evaluated, and answers them. */
  async evaluatedRules(): Promise<EvaluatedGroup['rules']> {
    const groups = await this.evaluatedGroups();
    return groups.flatMap(({ rules }) => rules);
  }

  async #ready(): Promise<void> {
    await this.#until('Prometheus did not become ready', async () => {
      const answer = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      return answer?.ok ?? false;
    });
  }

  async #until(message: string, isTrue: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 10 * this.#patience; attempt += 1) {
      if (await isTrue()) {
        return;
      }
      await wait(100);
    }
    throw new Error(`${message} within ${this.#patience} s`);
  }
}
