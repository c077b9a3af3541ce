import { ChildProcess, execFileSync, spawn } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { stringify } from 'yaml';

/** A real Prometheus with back-filled samples, for a test. */
export class TestPrometheus {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  /**
   * @param openMetrics - samples with timestamps, ending with `# EOF`
   * @param ruleGroups - evaluated from the start, every second
   * @throws when `prometheus` or `promtool` is not installed
   */
  static async start(options: {
    openMetrics: string;
    ruleGroups?: unknown[];
  }): Promise<TestPrometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-prometheus-'));
    try {
      writeFileSync(join(folder, 'samples.txt'), options.openMetrics);
      writeFileSync(
        join(folder, 'rules.yml'),
        stringify({ groups: options.ruleGroups ?? [] }),
      );
      writeFileSync(
        join(folder, 'prometheus.yml'),
        stringify({
          global: { evaluation_interval: '1s' },
          rule_files: ['rules.yml'],
        }),
      );
      execFileSync(
        'promtool',
        [
          'tsdb',
          'create-blocks-from',
          'openmetrics',
          '--max-block-duration=744h',
          'samples.txt',
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
        ],
        { cwd: folder, stdio: 'ignore' },
      );
      const prometheus = new TestPrometheus(port, folder, process);
      await prometheus.#ready();
      return prometheus;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(
        `This test needs Prometheus and promtool, for example from: apt-get install prometheus. ${error}`,
      );
    }
  }

  private constructor(port: number, folder: string, process: ChildProcess) {
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#process = process;
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

  /** Waits until every rule has been evaluated, and answers them. */
  async evaluatedRules(): Promise<{ lastError?: string }[]> {
    let found: { health: string; lastError?: string }[] = [];
    await this.#until('Not all rules were evaluated', async () => {
      const answer = await fetch(`${this.url}/api/v1/rules`);
      const { data } = (await answer.json()) as {
        data: { groups: { rules: typeof found }[] };
      };
      found = data.groups.flatMap(({ rules }) => rules);
      return found.every(({ health }) => health !== 'unknown');
    });
    return found;
  }

  async #ready(): Promise<void> {
    await this.#until('Prometheus did not become ready', async () => {
      const answer = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      return answer?.ok ?? false;
    });
  }

  async #until(message: string, isTrue: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (await isTrue()) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`${message} within 10 s`);
  }
}
