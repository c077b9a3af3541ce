import { mockServices } from '@backstage/backend-test-utils';
import {
  freePort,
  TestPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { LabelMatcher } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import {
  eventually,
  queriedPrometheus,
} from '../__testUtils__/queriedPrometheus';
import { ScrapedService } from '../__testUtils__/ScrapedService';
import { DefaultTargetService } from './DefaultTargetService';

jest.setTimeout(60_000);

let service: ScrapedService;
let doomed: ScrapedService;
let prometheus: TestPrometheus;
let closed: string;

/** Was up until ten minutes ago. */
function formerly(instance: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const lines: string[] = [];
  for (let time = now - 1_200; time < now; time += 15) {
    const labels = `job="services",instance="${instance}",service="ingestor",team="media"`;
    lines.push(`up{${labels}} ${Number(time < now - 600)} ${time}`);
  }
  return [...lines, '# EOF', ''].join('\n');
}

beforeAll(async () => {
  service = await ScrapedService.start(
    () => '# TYPE requests counter\nrequests_total{app="inner"} 1',
  );
  doomed = await ScrapedService.start(() => '# TYPE a gauge\na 1');
  closed = `127.0.0.1:${await freePort()}`;
  const target = (address: string, team: string, name: string) => ({
    targets: [address],
    labels: { service: name, team },
  });
  prometheus = await TestPrometheus.start({
    openMetrics: formerly(closed),
    scrapeConfigs: [
      {
        job_name: 'services',
        scrape_interval: '1s',
        static_configs: [
          target(service.address, 'media', 'ingestor'),
          target(doomed.address, 'media', 'ingestor'),
          target(closed, 'media', 'ingestor'),
          target('127.0.0.1:1', 'other', 'ingestor'),
        ],
      },
    ],
  });
});
afterAll(async () => {
  await prometheus?.stop();
  await service?.stop();
});

function list(
  selector: LabelMatcher[],
  scope: PrometheusConfig['scope'] = [{ label: 'team', from: 'spec.owner' }],
) {
  const instance = queriedPrometheus(prometheus.url, { scope });
  const targets = DefaultTargetService.create({
    prometheus: [instance],
    logger: mockServices.logger.mock(),
    now: Date.now,
  });
  return targets.list({
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'ingestor' },
      spec: { owner: 'media' },
    },
    monitoring: { spec: { selector } },
    environments: [],
  } as unknown as MonitoredEntity);
}

const INGESTOR: LabelMatcher[] = [
  { label: 'service', operator: '=', value: 'ingestor' },
];

describe('targets of a real Prometheus', () => {
  it('are told with why and since when they are down, and only within the scope', async () => {
    await eventually(
      () => list(INGESTOR),
      ({ up, down }) => up === 2 && down === 1,
    );
    await doomed.stop();
    const answer = await eventually(
      () => list(INGESTOR),
      ({ down }) => down === 2,
    );
    expect(answer.query).toBe('up{team="media", service="ingestor"}');
    expect([answer.up, answer.down]).toEqual([1, 2]);
    const [first, second, third] = answer.items;
    expect([first.state, second.state, third.state]).toEqual([
      'down',
      'down',
      'up',
    ]);
    for (const { error } of [first, second]) {
      expect(error).toMatch(/connection refused$/);
    }
    expect(third).toMatchObject({
      labels: {
        job: 'services',
        instance: service.address,
        service: 'ingestor',
        team: 'media',
      },
      scrapeDuration: expect.any(Number),
      samples: 1,
    });
    const { lastUpAt } = answer.items.find(
      ({ labels }) => labels.instance === closed,
    )!;
    const ago = (Date.now() - Date.parse(lastUpAt!)) / 1_000;
    expect(ago).toBeGreaterThan(580);
    expect(ago).toBeLessThan(680);
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1:1"');
  });

  it('are none when nothing is scraped, and it says whether series arrive', async () => {
    const by = (label: string, value: string) =>
      list([{ label, operator: '=', value }]);
    expect(await by('service', 'gateway')).toEqual({
      items: [],
      up: 0,
      down: 0,
      query: 'up{team="media", service="gateway"}',
      hasSeries: false,
    });
    // A label of the page's own series, which no target has.
    expect(await by('app', 'inner')).toMatchObject({ hasSeries: true });
  });

  it('are not told of an entity that lacks what the scope is made of', async () => {
    await expect(
      list(INGESTOR, [{ label: 'team', from: 'spec.system' }]),
    ).rejects.toThrow('only answers about entities with spec.system');
  });
});
