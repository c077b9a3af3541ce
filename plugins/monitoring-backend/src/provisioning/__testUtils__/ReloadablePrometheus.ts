import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';

/** A real Prometheus that watches itself and loads `rules/*.yaml` when it is told to. */
export class ReloadablePrometheus {
  readonly url: string;
  readonly rules: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  /** @throws when `prometheus` is not on the PATH */
  static async start(): Promise<ReloadablePrometheus> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-reload-'));
    const port = await freePort();
    await mkdir(path.join(folder, 'rules'));
    await writeFile(
      path.join(folder, 'prometheus.yml'),
      `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ['rules/*.yaml']
scrape_configs:
  - job_name: self
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]
`,
    );
    const child = spawn(
      'prometheus',
      [
        '--config.file=prometheus.yml',
        '--storage.tsdb.path=data',
        '--web.enable-lifecycle',
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', () =>
        reject(
          new Error(
            'This test needs prometheus on the PATH, for example by: apt-get install prometheus',
          ),
        ),
      );
    });
    const prometheus = new ReloadablePrometheus(port, folder, child);
    await prometheus.until(
      'ready',
      async () => (await fetch(`${prometheus.url}/-/ready`)).ok,
    );
    return prometheus;
  }

  private constructor(port: number, folder: string, child: ChildProcess) {
    this.url = `http://127.0.0.1:${port}`;
    this.rules = path.join(folder, 'rules');
    this.#folder = folder;
    this.#process = child;
  }

  async get(apiPath: string): Promise<any> {
    const answer = await fetch(`${this.url}/api/v1/${apiPath}`);
    return ((await answer.json()) as { data: unknown }).data;
  }

  /** Names of the rule groups that it has loaded. */
  async groups(): Promise<string[]> {
    const { groups } = await this.get('rules');
    return groups.map(({ name }: { name: string }) => name).sort();
  }

  async until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      if (await isTrue().catch(() => false)) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`Prometheus was not ${what} within 15 s`);
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await gone;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
