import type { SloListResponse } from '@sightline/backstage-plugin-monitoring-common';
import { ReceivedNotification, RunningDemo, startDemo } from '@sightline/demo';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotateEntity } from './annotateEntity';
import { Backend } from './Backend';
import { freePorts } from './ports';

/** SLOs that the demo's annotations ask for. */
const EXPECTED_SLOS = 14;
const READY_TIMEOUT = 60_000;
const GRAFANA_ADMIN = `Basic ${Buffer.from('admin:admin').toString('base64')}`;

/** The built portal on the demo, with everything a test looks at from outside. */
export class Portal {
  static async start(): Promise<Portal> {
    const directory = await mkdtemp(path.join(tmpdir(), 'sightline-e2e-'));
    const before = Date.now();
    const demo = await startDemo({
      directory,
      historyDirectory: path.resolve(__dirname, '../../.demo/history'),
      ports: await freePorts(),
    });
    const portal = new Portal(
      directory,
      demo,
      (Date.now() - before) / 1_000,
      new Backend(
        `http://localhost:${demo.ports.backend}`,
        demo.ports.metrics,
        demo.appConfigFile,
        path.join(directory, 'backend.log'),
      ),
    );
    try {
      await portal.backend.start();
      await portal.ready();
      return portal;
    } catch (error) {
      const log = await portal.backendLog();
      await portal.stop();
      throw new Error(`${error}\n${log.slice(-4_000)}`);
    }
  }

  private constructor(
    private readonly directory: string,
    readonly demo: RunningDemo,
    /** From nothing to Prometheus with 30 days of history. */
    readonly demoSeconds: number,
    readonly backend: Backend,
  ) {}

  get url(): string {
    return this.backend.url;
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.demo.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Waits until the catalog is read and the first figures are there. */
  private async ready(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT;
    let seen = 0;
    while (seen < EXPECTED_SLOS) {
      if (Date.now() > deadline) {
        throw new Error(`Only ${seen} SLOs are there after a minute`);
      }
      await new Promise(resolve => setTimeout(resolve, 1_000));
      const { totalItems } = await this.api<SloListResponse>('/slos');
      seen = totalItems;
    }
  }

  backendLog(): Promise<string> {
    return readFile(path.join(this.directory, 'backend.log'), 'utf8');
  }

  /** Changes annotations of an entity, as its team would. */
  annotate(name: string, annotations: Record<string, string>): Promise<void> {
    return annotateEntity(this.demo.catalogDirectory, name, annotations);
  }

  /** Asks the monitoring API as the guest. */
  async api<T>(resource: string, body?: unknown): Promise<T> {
    const signIn = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = await signIn.json();
    const answer = await fetch(`${this.url}/api/monitoring/v1${resource}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`${resource} answered ${answer.status}`);
    }
    return answer.json();
  }

  /** Asks the Grafana stand-in as its admin, as a person would. */
  async grafana<T>(resource: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.demo.grafanaUrl}${resource}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: GRAFANA_ADMIN,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return answer.json();
  }

  /** Dashboards that the stand-in holds for an entity. */
  dashboardsOf(name: string): Promise<{ uid: string; title: string }[]> {
    return this.grafana(`/api/search?tag=entity:component:default/${name}`);
  }

  async prometheus<T>(resource: string): Promise<T> {
    const answer = await fetch(
      `http://localhost:${this.demo.ports.prometheus}/api/v1${resource}`,
    );
    return (await answer.json()).data;
  }

  /** Names of the rule groups that Prometheus has loaded for an entity. */
  async ruleGroupsOf(name: string): Promise<string[]> {
    const { groups } = await this.prometheus<{ groups: { name: string }[] }>(
      '/rules',
    );
    return groups
      .map(group => group.name)
      .filter(group => group.includes(`component:default/${name}`));
  }

  /** SLOs of an entity that the rules in Prometheus know. */
  async ruledSlosOf(name: string): Promise<string[]> {
    const query = `sightline:slo_objective:ratio{entity="component:default/${name}"}`;
    const { result } = await this.prometheus<{
      result: { metric: Record<string, string> }[];
    }>(`/query?query=${encodeURIComponent(query)}`);
    return result.map(({ metric }) => metric.slo).sort();
  }

  /** Labels of the alerts that Prometheus has firing under a name. */
  async labelsOfFiring(name?: string): Promise<Record<string, string>[]> {
    const { alerts } = await this.prometheus<{
      alerts: { state: string; labels: Record<string, string> }[];
    }>('/alerts');
    return alerts
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => labels)
      .filter(({ alertname }) => name === undefined || alertname === name);
  }

  /** Alerts that Prometheus has firing, by name. */
  async firingAlerts(): Promise<string[]> {
    return (await this.labelsOfFiring()).map(({ alertname }) => alertname);
  }

  /** `channel entity` of the messages about an alert that the demo's channels received; each once. */
  async messagesAbout(
    alert: string,
    status: 'firing' | 'resolved',
  ): Promise<string[]> {
    const answer = await fetch(
      `http://localhost:${this.demo.ports.control}/notifications`,
      { headers: { accept: 'application/json' } },
    );
    const messages: ReceivedNotification[] = await answer.json();
    return [
      ...new Set(
        messages
          .filter(
            message => message.alertname === alert && message.status === status,
          )
          .map(({ channel, entity }) => `${channel} ${entity}`),
      ),
    ];
  }

  /** Alerts that have reached Alertmanager, by name. */
  async routedAlerts(): Promise<string[]> {
    const answer = await fetch(
      `http://localhost:${this.demo.ports.alertmanager}/api/v2/alerts?active=true`,
    );
    const alerts: { labels: Record<string, string> }[] = await answer.json();
    return alerts.map(({ labels }) => labels.alertname);
  }

  /** Every rule file with its content. */
  async ruleFiles(): Promise<Record<string, string>> {
    const names = await readdir(this.demo.rulesDirectory);
    return Object.fromEntries(
      await Promise.all(
        names.map(async name => [
          name,
          await readFile(path.join(this.demo.rulesDirectory, name), 'utf8'),
        ]),
      ),
    );
  }
}
