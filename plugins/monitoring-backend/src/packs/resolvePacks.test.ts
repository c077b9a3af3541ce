import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import {
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { PackRegistry } from './PackRegistry';
import { resolveMonitoring } from './resolveMonitoring';

/** A pack whose dashboard depends on the dialect that is found. */
const dialects: MonitoringPack = {
  id: 'dialects',
  title: 'Dialects',
  description: '',
  metricsFrom: '',
  probes: [
    { id: 'new', title: 'New', metric: 'new_total' },
    { id: 'old', title: 'Old', metric: 'old_total' },
  ],
  lacks: ({ found, title }: PackContext) =>
    found?.length ? undefined : `${title} has neither new_total nor old_total`,
  dashboards: ({ found }) => [
    { id: 'overview', title: found![0], model: { title: found![0] } },
    { id: 'details', title: 'Details', model: {} },
  ],
  alerts: () => [],
  slis: () => [],
};

const other: MonitoringPack = {
  ...dialects,
  id: 'other',
  probes: undefined,
  lacks: undefined,
  dashboards: ({ found }) => [
    { id: 'overview', title: `Other ${found?.length ?? ''}`, model: {} },
  ],
};

/** A pack that has to know a dialect, from an option at least. */
const chosen: MonitoringPack = {
  ...other,
  id: 'chosen',
  options: { dialect: 'which metrics to read' },
  lacks: ({ options }) => (options.dialect ? undefined : 'No dialect'),
  alerts: ({ options }) => {
    if (!options.dialect) {
      throw new Error('No dialect');
    }
    return [
      {
        name: 'Errors',
        expression: `errors_${options.dialect}`,
        operator: '>',
        threshold: 1,
        unit: 'number',
        for: 60,
        severity: 'warning',
        summary: 'Errors',
        description: 'Errors',
      },
    ];
  },
};

function resolve(
  packs: string,
  found: ReadonlyMap<string, readonly string[]> | undefined,
  more: Record<string, string> = {},
) {
  return resolveMonitoring(
    parseMonitoringSpec(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'ingestor',
          title: 'Ingestor',
          annotations: { 'monitoring/packs': packs, ...more },
        },
        spec: {},
      },
      {
        // eslint-disable-next-line no-template-curly-in-string
        defaultSelector: 'service="${{ name }}"',
        defaultWindow: { type: 'rolling', duration: 2_592_000 },
      },
    ),
    PackRegistry.create(dialects, other, chosen),
    { found },
  );
}

const titles = ({ dashboards }: ReturnType<typeof resolve>) =>
  dashboards.map(({ title }) => title);

describe('packs that depend on the metrics that an entity has', () => {
  it('are told which of their probes were found, in their order', () => {
    expect(
      titles(resolve('dialects', new Map([['dialects', ['new', 'old']]]))),
    ).toEqual(['new', 'Details']);
  });

  it('say what they lack when nothing was found; the other packs are used', () => {
    const monitoring = resolve('dialects, other', new Map(), {
      'monitoring/alerts': 'SomeAlert: off',
    });
    expect(
      monitoring.problems.map(({ annotation, severity }) => [
        annotation,
        severity,
      ]),
    ).toEqual([
      ['monitoring/packs', 'warning'],
      ['monitoring/alerts', 'error'],
    ]);
    expect(monitoring.incomplete).toBeUndefined();
    expect(titles(monitoring)).toEqual(['Other 0']);
  });

  it('leave all as it is when nobody could look', () => {
    const monitoring = resolve('dialects, other', undefined, {
      'monitoring/alerts': 'SomeAlert: off',
      'monitoring/slos': 'availability 99.9% 30d',
    });
    expect(monitoring.problems).toEqual([
      expect.objectContaining({
        annotation: 'monitoring/packs',
        severity: 'warning',
        message: 'Ingestor has neither new_total nor old_total',
      }),
    ]);
    expect(monitoring.incomplete).toBe(
      "The pack 'dialects' does not know the metrics yet",
    );
    expect(titles(monitoring)).toEqual(['Other ']);
  });

  it('need no look when an option says all, without it though they would', () => {
    const { alerts, problems } = resolve(
      'other, chosen(dialect=new)',
      undefined,
    );
    expect(problems).toEqual([]);
    expect(alerts).toEqual([expect.objectContaining({ pack: 'chosen' })]);
  });
});

it('every dashboard of an entity leads to its siblings', () => {
  const { dashboards } = resolve(
    'dialects, other',
    new Map([['dialects', ['new']]]),
  );
  expect(
    dashboards.map(({ model }) =>
      (model.links as any[]).map(({ title, keepTime }) => [title, keepTime]),
    ),
  ).toEqual([
    [
      ['Details', true],
      ['Other 0', true],
    ],
    [
      ['new', true],
      ['Other 0', true],
    ],
    [
      ['new', true],
      ['Details', true],
    ],
  ]);
  const [first, second] = dashboards;
  expect((second.model.links as any[])[0].url).toBe(`/d/${first.uid}`);
});
