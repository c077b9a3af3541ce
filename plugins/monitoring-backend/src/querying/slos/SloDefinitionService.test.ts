import { Slo } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { SloDefinitionService } from './SloDefinitionService';

const slo: Slo = {
  id: 'availability',
  entityRef: 'component:default/ingestor',
  title: 'Availability',
  sliId: 'http:availability',
  sli: {
    type: 'ratio',
    bad: 'increase(errors_total{$selector}[$window])',
    total: 'increase(requests_total{$selector}[$window])',
  },
  selector: 'service="ingestor"',
  objective: '0.999',
  window: { type: 'rolling', duration: 2_592_000 },
};

function anEntity(
  changes: Partial<Slo> = {},
  options: { annotations?: Record<string, string>; runbook?: string } = {},
): MonitoredEntity {
  const monitoring = {
    spec: { entityRef: slo.entityRef, runbook: options.runbook },
    slos: [{ ...slo, ...changes }],
    notifications: [
      { channel: 'slack', type: 'slack', from: 'default' },
      { channel: 'mail', type: 'email', from: 'default' },
      {
        channel: 'slack',
        type: 'slack',
        severity: 'critical',
        from: 'default',
      },
    ],
  };
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'ingestor', annotations: options.annotations },
    },
    monitoring,
    environments: [monitoring],
  } as unknown as MonitoredEntity;
}

function detailOf(entity: MonitoredEntity, runbookBaseUrl?: string) {
  const service = SloDefinitionService.create({
    prometheus: [{ id: 'eu' } as PrometheusConfig],
    runbookBaseUrl,
    now: () => 1_795_444_320_000,
  });
  return service.describe(entity, 'availability').detail;
}

describe('SloDefinitionService', () => {
  it('says what is measured, by which queries, and who is told', () => {
    const detail = detailOf(anEntity());
    expect(detail).toMatchObject({
      sli: slo.sli,
      budgetingMethod: 'Occurrences',
      alerting: {
        enabled: true,
        catalogue: 'google',
        minimumEvents: 0,
        channels: ['slack', 'mail'],
      },
      prometheus: 'eu',
    });
    expect(detail.queries.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(['bad', 'total', 'sli', 'budget', 'burn-rate']),
    );
    expect(detail.openSlo).toContain('apiVersion: openslo/v1');
    expect(detail).not.toHaveProperty('runbookUrl');
    expect(detail).not.toHaveProperty('editUrl');
  });

  it('says what an SLO will not do', () => {
    expect(detailOf(anEntity({ objective: '0.5' })).warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'warning' }),
      ]),
    );
  });

  it.each([
    [{ 'backstage.io/edit-url': 'https://git/edit' }, 'https://git/edit'],
    [{ 'backstage.io/view-url': 'https://git/view' }, 'https://git/view'],
    [
      {
        'backstage.io/view-url': 'https://git/view',
        'backstage.io/edit-url': 'https://git/edit',
      },
      'https://git/edit',
    ],
    // A link that a browser would run, not follow.
    // eslint-disable-next-line no-script-url
    [{ 'backstage.io/edit-url': 'javascript:alert(1)' }, undefined],
  ])('links to where %j can be edited', (annotations, url) => {
    expect(detailOf(anEntity({}, { annotations })).editUrl).toBe(url);
  });

  it('links to the runbook of the team, or of the portal', () => {
    const portal = 'https://runbooks.example.com';
    expect(detailOf(anEntity(), portal).runbookUrl).toBe(
      'https://runbooks.example.com/SloBurnRate',
    );
    const own = anEntity({}, { runbook: 'https://wiki.example.com/media' });
    expect(detailOf(own, portal).runbookUrl).toBe(
      'https://wiki.example.com/media/SloBurnRate',
    );
  });
});
