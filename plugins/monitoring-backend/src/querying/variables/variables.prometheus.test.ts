import { mockServices } from '@backstage/backend-test-utils';
import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { MonitoredEntity } from '../../catalog';
import { queriedPrometheus } from '../__testUtils__/queriedPrometheus';
import { DefaultVariableService } from './DefaultVariableService';

jest.setTimeout(60_000);

const START = 1_800_000_000;
const RANGE = { from: START * 1_000, to: (START + 3_600) * 1_000 };

/** An hour of two teams' series. */
function samples(): string {
  const lines: string[] = [];
  for (const team of ['media', 'other']) {
    for (const code of ['200', '500']) {
      for (let step = 0; step <= 240; step += 1) {
        lines.push(
          `requests_total{team="${team}",code="${code}",pod="${team}-${code}.a"} ${step} ${
            START + step * 15
          }`,
        );
      }
    }
  }
  return [...lines, '# EOF', ''].join('\n');
}

let prometheus: TestPrometheus;

beforeAll(async () => {
  prometheus = await TestPrometheus.start({ openMetrics: samples() });
});
afterAll(() => prometheus?.stop());

async function list(
  variables: object[],
  rest: {
    variables?: Record<string, string | string[]>;
    adhoc?: { name: string; key?: string };
  } = {},
) {
  const service = DefaultVariableService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard({ templating: { list: variables } }),
        variables: {},
      }),
    },
    prometheus: [
      queriedPrometheus(prometheus.url, {
        scope: [{ label: 'team', from: 'metadata.name' }],
      }),
    ],
    logger: mockServices.logger.mock(),
  });
  const monitoring = { spec: {}, dashboards: [] };
  const entity = {
    entity: { kind: 'Component', metadata: { name: 'media' } },
    monitoring,
    environments: [monitoring],
  } as unknown as MonitoredEntity;
  const { items } = await service.listChoices(entity, 'a', {
    range: RANGE,
    ...rest,
  });
  return items.map(
    ({ options, error }) => error ?? options.map(one => one.value),
  );
}

const query = (text: string) => [{ name: 'x', type: 'query', query: text }];

describe('variables of a real Prometheus', () => {
  it.each([
    ['label_values(code)', ['200', '500']],
    ['label_values(requests_total, pod)', ['media-200.a', 'media-500.a']],
    ['label_values(requests_total{team="other"}, pod)', []],
    ['label_values(team)', ['media']],
    ['label_names()', ['__name__', 'code', 'pod', 'team']],
    ['label_names(requests)', ['code', 'pod', 'team']],
    ['metrics(requests.*)', ['requests_total']],
    [
      'requests_total{code="500"}',
      ['requests_total{code="500",pod="media-500.a",team="media"}'],
    ],
    [
      'query_result(max by (code) (requests_total))',
      ['{code="200"} 240 1800003600000', '{code="500"} 240 1800003600000'],
    ],
  ])('answers %s within the scope', async (text, values) => {
    expect(await list(query(text))).toEqual([values]);
  });

  it('reads one after the other, all of the first included', async () => {
    expect(
      await list([
        {
          name: 'pod',
          type: 'query',
          query: 'label_values(requests_total{pod=~"$pods"}, code)',
        },
        {
          name: 'pods',
          type: 'query',
          query: 'label_values(requests_total, pod)',
          regex: '/500/',
          includeAll: true,
          multi: true,
          current: { value: ['$__all'] },
        },
      ]),
    ).toEqual([['500'], ['media-500.a']]);
  });

  it('says what Prometheus says of a query that it refuses', async () => {
    const [refused] = await list(
      query('query_result(requests_total + on(x) group_left() requests_total)'),
    );
    expect(refused).toMatch(/many-to-many|many-to-one|duplicate|found/);
  });

  it('finds labels and values for filters', async () => {
    const variables = [{ name: 'Filters', type: 'adhoc' }];
    expect(
      await list(variables, {
        adhoc: { name: 'Filters', key: 'pod' },
        variables: { Filters: ['code|!=|200'] },
      }),
    ).toEqual([['media-500.a']]);
    expect(
      await list(variables, {
        adhoc: { name: 'Filters' },
        variables: { Filters: ['code|=~|5..'] },
      }),
    ).toEqual([['__name__', 'pod', 'team']]);
  });
});
