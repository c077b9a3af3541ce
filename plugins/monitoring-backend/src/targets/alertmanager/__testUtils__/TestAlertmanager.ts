import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '@sightline/backstage-plugin-monitoring-node/testUtils';

/** A real Alertmanager on a configuration file. */
export class TestAlertmanager {
  static async start(file: string): Promise<TestAlertmanager> {
    const port = await freePort();
    const child = spawn(
      'prometheus-alertmanager',
      [
        `--config.file=${file}`,
        `--storage.path=${path.join(path.dirname(file), 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    const started = new TestAlertmanager(`http://127.0.0.1:${port}`, child);
    await started.#untilReady();
    return started;
  }

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  async send(
    alerts: {
      labels: Record<string, string>;
      annotations?: Record<string, string>;
      endsAt?: string;
    }[],
  ): Promise<void> {
    const { status } = await fetch(`${this.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        alerts.map(alert => ({
          // An alert that began long ago is told at once, without the others of its group;
          // one that begins after its end is refused.
          startsAt: alert.endsAt ?? new Date().toISOString(),
          generatorURL: 'http://prometheus/graph',
          ...alert,
        })),
      ),
    });
    if (status !== 200) {
      throw new Error(`Alertmanager answered ${status}`);
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
  }

  async #untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const ready = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error('Alertmanager did not start');
  }
}
