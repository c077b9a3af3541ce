import {
  generateSloRules,
  rawSloAlerts,
  Slo,
  SloRuleOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { anSlo } from '../__testUtils__/builders';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';

jest.setTimeout(60_000);

const MINUTE = 60;
const SERVICES = ['ingestor', 'gateway'];

/** Three hours of requests, of which a fifth fails. */
function openMetrics(): string {
  const now = Math.floor(Date.now() / 1_000);
  const lines = SERVICES.flatMap(service =>
    ['200', '503'].flatMap(code =>
      Array.from({ length: 180 }, (_, minute) => {
        const value = minute * (code === '200' ? 80 : 20);
        const time = now - (179 - minute) * MINUTE;
        return `requests_total{service="${service}",code="${code}"} ${value} ${time}`;
      }),
    ),
  );
  return `# TYPE requests counter\n${lines.join('\n')}\n# EOF\n`;
}

interface PrometheusAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: string;
  activeAt: string;
}

describe('the alerts of SLOs in a real Prometheus', () => {
  let prometheus: TestPrometheus;

  const ask = async (path: string) => {
    const answer = await fetch(`${prometheus.url}/api/v1/${path}`);
    return ((await answer.json()) as { data: any }).data;
  };
  const fastAlert = async (
    service: string,
  ): Promise<PrometheusAlert | undefined> =>
    ((await ask('alerts')).alerts as PrometheusAlert[]).find(
      ({ labels, state }) =>
        labels.alertname === 'SloBurnRateFast' &&
        labels.service === service &&
        state === 'firing',
    );
  const until = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      const found = await find();
      if (found !== undefined) {
        return found;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('It did not happen within 15 s');
  };
  const owner = (slo: Slo): SloRuleOptions => ({
    owner: `group:default/${slo.entityRef.split('/')[1]}-team`,
  });

  beforeEach(async () => {
    prometheus = await TestPrometheus.start({ openMetrics: openMetrics() });
  });

  afterEach(() => prometheus?.stop());

  /** Looks as often as it can: an alert that is gone for one evaluation was resolved. */
  async function expectKept(
    since: string,
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    let doneAt: number | undefined;
    // Some evaluations more: what has become stale is cleared after the change.
    while (doneAt === undefined || Date.now() - doneAt < 3_000) {
      expect((await fastAlert('ingestor'))?.activeAt).toBe(since);
      if (doneAt === undefined && (await isDone())) {
        doneAt = Date.now();
      }
    }
  }

  it.each([
    ['shared', undefined],
    ['own', false],
  ])(
    'go on firing in %s rules when an objective is edited and when services join',
    async (_, share) => {
      const slo = anSlo('ingestor');
      const rules = (...slos: Slo[]) =>
        generateSloRules(slos, one => ({
          ...owner(one),
          ...(share === false ? { share } : {}),
        }));
      prometheus.reload(rules(slo));
      const alert = await until(() => fastAlert('ingestor'));
      expect(alert.annotations.description).toMatch(
        / Owner: group:default\/ingestor-team\.$/,
      );
      expect(alert.annotations.sightline_limit).toBe('0.0144');

      const edited = { ...slo, objective: '0.998', title: 'Uploads' };
      prometheus.reload(rules(edited));
      await expectKept(
        alert.activeAt,
        async () =>
          (await fastAlert('ingestor'))?.annotations.sightline_limit ===
          '0.0288',
      );

      const joined = { ...anSlo('gateway'), objective: '0.95', id: slo.id };
      prometheus.reload(rules(edited, joined));
      await expectKept(
        alert.activeAt,
        async () =>
          (
            await ask('query?query=sightline:sli_bad:increase5m')
          ).result.length === 2,
      );
      const after = await fastAlert('ingestor');
      expect(after?.annotations.sightline_limit).toBe('0.0288');
      expect(after?.annotations.summary).toBe(
        'ingestor: Uploads burns its error budget more than 14.4 times too fast',
      );
    },
  );

  it('count in raw alerts what recorded ones count', async () => {
    const slo = anSlo('ingestor');
    prometheus.reload(generateSloRules([slo]));
    await until(() => fastAlert('ingestor'));
    const ratio =
      'sightline:sli_bad:increase1h / sightline:sli_total:increase1h';
    const at = (
      await ask('query?query=timestamp(sightline:sli_bad:increase1h)')
    ).result[0].value[1];
    const query = async (expression: string) =>
      Number(
        (await ask(`query?time=${at}&query=${encodeURIComponent(expression)}`))
          .result[0]?.value[1],
      );
    const [page, ticket] = rawSloAlerts(slo);
    const recorded = await query(ratio);
    expect(recorded).toBeCloseTo(0.2, 6);
    expect(Math.abs((await query(page.expr)) - recorded)).toBeLessThan(1e-9);
    // What pages opens no ticket as well.
    expect(await query(ticket.expr)).toBeNaN();
    expect([page, ticket].map(({ labels }) => labels)).toEqual([
      {
        entity: 'component:default/ingestor',
        service: 'ingestor',
        slo: slo.id,
        severity: 'critical',
        tier: 'fast',
      },
      {
        entity: 'component:default/ingestor',
        service: 'ingestor',
        slo: slo.id,
        severity: 'warning',
        tier: 'slow',
      },
    ]);
  });
});
