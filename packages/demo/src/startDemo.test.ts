import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoPorts, freePort } from './config';
import { RunningDemo, startDemo } from './startDemo';

jest.setTimeout(120_000);

async function freePorts(): Promise<Partial<DemoPorts>> {
  return {
    control: await freePort(),
    metrics: await freePort(),
    prometheus: await freePort(),
    alertmanager: await freePort(),
    grafana: await freePort(),
  };
}

describe('startDemo', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-demo-'));
  let demo: RunningDemo;

  /** The first value that a query gives, or undefined. */
  async function query(expression: string): Promise<number | undefined> {
    const url = `http://127.0.0.1:${
      demo.ports.prometheus
    }/api/v1/query?query=${encodeURIComponent(expression)}`;
    const { data } = await (await fetch(url)).json();
    const value = data.result[0]?.value[1];
    return value === undefined ? undefined : Number(value);
  }

  /** Asks again until the answer will do: Prometheus scrapes every five seconds. */
  async function until(
    expression: string,
    condition: (value: number) => boolean,
  ): Promise<number> {
    for (;;) {
      const value = await query(expression);
      if (value !== undefined && condition(value)) {
        return value;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  beforeAll(async () => {
    demo = await startDemo({ directory, ports: await freePorts() });
  });
  afterAll(async () => {
    await demo.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('has 30 days of requests from the first moment', async () => {
    const monthOfRequests = 12.2 * 30 * 86_400;
    const counted = await query(
      'sum(increase(http_request_duration_seconds_count{service="ingestor"}[30d]))',
    );
    expect(counted! / monthOfRequests).toBeGreaterThan(0.9);
    expect(counted! / monthOfRequests).toBeLessThan(1.1);
  });

  it('has spent a part of every error budget, and none whole', async () => {
    const errors = (service: string) =>
      query(
        `sum(increase(http_request_duration_seconds_count{service="${service}", status_code=~"5.."}[30d])) / sum(increase(http_request_duration_seconds_count{service="${service}"}[30d]))`,
      );
    for (const service of ['ingestor', 'media-service', 'gateway']) {
      const spent = (await errors(service))! / 0.001;
      expect([service, spent > 0.2 && spent < 0.9]).toEqual([service, true]);
    }
  });

  it('goes on live where history ends, on the same series', async () => {
    const scraped = 'http_request_duration_seconds_count{service="ingestor"}';
    await until(
      `sum(increase(process_cpu_seconds_total{service="ingestor"}[1m]))`,
      () => true,
    );
    expect(await query(`max(resets(${scraped}[30d]))`)).toBe(0);
    expect(await query(`count(${scraped})`)).toBe(
      await query(`count(${scraped} offset 1d)`),
    );
    const rate = await query(`sum(rate(${scraped}[5m]))`);
    const before = await query(`sum(rate(${scraped}[5m] offset 5m))`);
    expect(rate! / before!).toBeGreaterThan(0.85);
    expect(rate! / before!).toBeLessThan(1.15);
  });

  it('shows an incident within seconds, and its end', async () => {
    const backlog =
      'jetstream_consumer_num_pending{consumer_name="variant-generator"}';
    demo.incidents.start('consumer-lag');
    expect(await until(backlog, value => value > 5_000)).toBeGreaterThan(5_000);
    demo.incidents.end('consumer-lag');
    expect(await until(backlog, value => value < 1_000)).toBeLessThan(1_000);
  });

  it('keeps its data when Prometheus is stopped and started again', async () => {
    const requests = 'sum(http_request_duration_seconds_count offset 1m)';
    const before = await query(requests);
    await demo.stopPrometheus();
    await expect(query(requests)).rejects.toThrow();
    await demo.restartPrometheus();
    expect(await query(requests)).toBeGreaterThanOrEqual(before!);
  });

  it('runs PostgreSQL, Redis and NATS for real', () => {
    expect(demo.infrastructure).toEqual({
      postgresql: { kind: 'real' },
      redis: { kind: 'real' },
      nats: { kind: 'real' },
    });
  });

  it('refuses a second demo in the same directory', async () => {
    await expect(
      startDemo({ directory, ports: await freePorts() }),
    ).rejects.toThrow(
      `another demo runs in this directory, with its control at port ${demo.ports.control}`,
    );
  });

  it('ends whatever was started when a port is taken', async () => {
    const other = mkdtempSync(join(tmpdir(), 'sightline-demo-'));
    await expect(
      startDemo({
        directory: other,
        historyDirectory: join(directory, 'history'),
        ports: { ...(await freePorts()), grafana: demo.ports.prometheus },
      }),
    ).rejects.toThrow('something else does');
    expect(existsSync(join(other, 'infrastructure'))).toBe(false);
    expect(
      execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }),
    ).not.toContain(other);
    rmSync(other, { recursive: true });
  });

  it('writes what the portal needs to know', () => {
    expect(readFileSync(demo.appConfigFile, 'utf8')).toContain(
      `http://localhost:${demo.ports.prometheus}/-/reload`,
    );
  });

  it('ends everything, also when asked twice, and can be started again at once', async () => {
    await Promise.all([demo.stop(), demo.stop()]);
    await expect(query('up')).rejects.toThrow();
    demo = await startDemo({ directory, ports: demo.ports });
    expect(await query('count(up offset 1m)')).toBe(11);
  });
});
