import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { IncidentControl } from './IncidentControl';
import { MetricsPages } from './MetricsPages';
import { ControlServer, startControlServer } from './startControlServer';

const START = 1_790_000_040;

describe('startControlServer', () => {
  let now: number;
  let server: ControlServer;
  const call = async (method: string, path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
    });
    return { status: response.status, text: await response.text() };
  };

  beforeEach(async () => {
    now = START;
    const incidents = new IncidentTimeline();
    const simulation = Simulation.create(START, incidents);
    server = await startControlServer(
      0,
      new MetricsPages(simulation, incidents, () => now),
      new IncidentControl(simulation, incidents, () => now),
    );
  });
  afterEach(() => server.close());

  it('shows a page that Prometheus reads, with what happened until now', async () => {
    now = START + 60;
    const { text } = await call('GET', '/metrics/ingestor');
    expect(text).toContain('# TYPE http_request_duration_seconds histogram');
    const count =
      /http_request_duration_seconds_count\{service="ingestor",method="POST",route="\/uploads",status_code="201"\} (\d+)/.exec(
        text,
      );
    expect(Number(count?.[1])).toBeGreaterThan(100);
    expect(text).toContain(
      'http_request_duration_seconds_bucket{le="0.5",service="ingestor",',
    );
    expect(text).toContain(
      'media_ingestor_reconciliation_errors_total{service="ingestor"} 0',
    );
  });

  it('serves the part of the catalog that has files beside it', async () => {
    const { text } = await call('GET', '/catalog/media-api.yaml');
    const [, file] = /\$text: \.\/(\S+)/.exec(text) ?? [];
    expect(await call('GET', `/catalog/${file}`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('kind: SLO'),
    });
    expect(await call('GET', '/catalog/..%2fgateway.yaml')).toMatchObject({
      status: 404,
    });
  });

  it.each(['postgresql', 'redis', 'nats'])(
    'shows the page of a real %s where there is one, with the standby that it lacks',
    async name => {
      const incidents = new IncidentTimeline();
      const simulation = Simulation.create(START, incidents);
      const pages = new MetricsPages(
        simulation,
        incidents,
        () => START,
        async () => 'real_metric 1\n',
      );
      const standbys: Record<string, string[]> = {
        postgresql: [
          'pg_replication_is_replica',
          'pg_replication_lag_seconds',
          'pg_replication_slots_active',
          'pg_stat_replication_pg_wal_lsn_diff',
        ],
        redis: ['redis_connected_slave_lag_seconds', 'redis_master_link_up'],
        nats: [],
      };
      const names = (await pages.read(name))
        .split('\n')
        .filter(line => line && !line.startsWith('#'))
        .map(line => /^\w+/.exec(line)?.[0]);
      expect(names).toEqual(['real_metric', ...standbys[name]]);
    },
  );

  it('says that a real server does not answer', async () => {
    const incidents = new IncidentTimeline();
    const pages = new MetricsPages(
      Simulation.create(START, incidents),
      incidents,
      () => START,
      () => Promise.reject(new Error('gone')),
    );
    await expect(pages.read('redis')).rejects.toThrow(
      'redis does not answer: gone',
    );
  });

  it("shows a service's own process, and none for what is no Node.js process", async () => {
    expect((await call('GET', '/metrics/gateway')).text).toContain(
      'process_cpu_seconds_total{service="gateway"}',
    );
    expect((await call('GET', '/metrics/redis')).text).not.toContain(
      'process_cpu_seconds_total',
    );
  });

  it('shows the runbook of an alert, and nothing else of the disk', async () => {
    const page = await call('GET', '/runbooks/HighUploadFailureRate');
    expect(page.text).toContain('## How to stop it');
    for (const name of ['Nothing', '..%2f..%2fREADME', 'README.md']) {
      expect((await call('GET', `/runbooks/${name}`)).status).toBe(404);
    }
  });

  it('starts and ends incidents, and lists those that are on', async () => {
    await call('PUT', '/incidents/slow-uploads');
    expect(JSON.parse((await call('GET', '/incidents')).text)).toEqual([
      { name: 'slow-uploads', start: START },
    ]);
    now = START + 30;
    await call('DELETE', '/incidents/slow-uploads');
    expect(JSON.parse((await call('GET', '/incidents')).text)).toEqual([]);
  });

  it('takes the page of ingestor away while target-down is on', async () => {
    await call('PUT', '/incidents/target-down');
    expect((await call('GET', '/metrics/ingestor')).status).toBe(503);
    expect((await call('GET', '/metrics/gateway')).status).toBe(200);
    now = START + 30;
    await call('DELETE', '/incidents/target-down');
    expect((await call('GET', '/metrics/ingestor')).status).toBe(200);
  });

  it.each([
    ['PUT', '/incidents/earthquake', 400, 'no incident is called'],
    ['DELETE', '/incidents/slow-uploads', 404, 'slow-uploads is not on'],
    ['GET', '/metrics/mainframe', 404, 'no target is called mainframe'],
    ['POST', '/incidents', 404, 'there is nothing here'],
  ])('answers %s %s with %s', async (method, path, status, message) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(message);
  });

  it('takes what channels are sent, and shows it to people and to programs', async () => {
    const sent = await fetch(
      `http://127.0.0.1:${server.port}/notifications/media-slack`,
      {
        method: 'POST',
        body: JSON.stringify({ attachments: [{ title: '[CRITICAL] A: b' }] }),
      },
    );
    expect([sent.status, await sent.text()]).toEqual([200, 'ok']);
    const { text } = await call('GET', '/notifications');
    expect(JSON.parse(text)).toMatchObject([
      { channel: 'media-slack', kind: 'slack', alertname: 'A' },
    ]);
    const page = await fetch(`http://127.0.0.1:${server.port}/notifications`, {
      headers: { accept: 'text/html' },
    });
    expect(await page.text()).toContain('<h2>[CRITICAL] A: b</h2>');
  });

  it('refuses a notification that is none', async () => {
    const { status } = await call('POST', '/notifications/media-slack');
    expect(status).toBe(400);
  });
});
