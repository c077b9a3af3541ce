import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Prometheus with back-filled samples. */
export class TestPrometheus {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  /**
   * @param openMetrics - samples with timestamps, ending with `# EOF`
   * @throws when `prometheus` or `promtool` is not installed
   */
  static async start(openMetrics: string): Promise<TestPrometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-cli-prometheus-'));
    writeFileSync(join(folder, 'samples.txt'), openMetrics);
    writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n');
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

  async #ready(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('Prometheus did not become ready within 20 s');
  }
}
