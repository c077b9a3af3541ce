import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  PanelQueryResult,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { MonitoredEntity } from '../../catalog';
import { queriedPrometheus } from '../__testUtils__/queriedPrometheus';
import {
  describeWithPrometheus,
  startKnownPrometheus,
} from './__testUtils__/KnownPrometheus';
import { AnswerCache } from '../answers';
import { DefaultPanelQueryService } from './DefaultPanelQueryService';

jest.setTimeout(120_000);

/** Where the screens' tests have the dashboard, and our answers to its panels. */
const LOOKS = resolve(
  __dirname,
  '../../../../monitoring/src/components/dashboards/__fixtures__/looks',
);

/** Set it to write the answers anew: `WRITE_LOOKS=1 yarn test looks.prometheus`. */
const WRITES = process.env.WRITE_LOOKS !== undefined;

const RANGE = {
  from: Date.UTC(2026, 0, 1, 1),
  to: Date.UTC(2026, 0, 1, 5),
};

const MONITORING = {
  spec: { entityRef: 'component:default/looks' },
  dashboards: [],
};
const ENTITY = {
  entity: { kind: 'Component', metadata: { name: 'looks' } },
  monitoring: MONITORING,
  environments: [MONITORING],
} as unknown as MonitoredEntity;

type Answers = Record<string, PanelQueryResult>;

function readLooks(name: string): unknown {
  return JSON.parse(readFileSync(`${LOOKS}/${name}.json`, 'utf8'));
}

async function ask(prometheus: TestPrometheus): Promise<Answers> {
  const dashboard = readLooks('gallery');
  const service = DefaultPanelQueryService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard(dashboard),
        variables: {},
      }),
    },
    prometheus: [queriedPrometheus(prometheus.url)],
    answers: AnswerCache.create({ maxBytes: 1_000_000, now: () => 0 }),
    logger: mockServices.logger.mock(),
    now: () => 0,
  });
  const answers: Answers = {};
  const { sections } = parseDashboard(dashboard);
  await service.query(
    ENTITY,
    {
      dashboard: 'looks',
      panels: sections.flatMap(({ panels }) => panels.map(({ id }) => id)),
      range: RANGE,
      maxDataPoints: 720,
    },
    {
      onLine: ({ panelId, bytes }) => {
        const { tag, answeredAt, ...result } = JSON.parse(String(bytes));
        answers[panelId] = result;
      },
    },
  );
  return answers;
}

/** One line for each panel, so that a change shows which panels it changes. */
function write(answers: Answers) {
  const lines = Object.entries(answers).map(
    ([id, answer]) => `${JSON.stringify(id)}:${JSON.stringify(answer)}`,
  );
  writeFileSync(`${LOOKS}/answers.json`, `{\n${lines.join(',\n')}\n}\n`);
}

describeWithPrometheus('with a real Prometheus', () => {
  let prometheus: TestPrometheus;
  beforeAll(async () => {
    prometheus = await startKnownPrometheus();
  });
  afterAll(() => prometheus?.stop());

  it('answers the gallery of panels as the tests of the screens have it', async () => {
    const answers = await ask(prometheus);
    if (WRITES) {
      write(answers);
    }
    expect(JSON.parse(JSON.stringify(answers))).toEqual(readLooks('answers'));
  });
});
