import {
  AlertListResponse,
  AnnotationProblem,
  EntityMonitoringResponse,
  EntitySlosResponse,
  SloListResponse,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aPair,
  aSlo,
  aSpec,
  anAlert,
  anEntityAnswer,
  anObject,
} from './builders';

/** Monday 23 Nov 2026, 14:32 UTC: uploads of `ingestor` fail since 13:50. */
export const STORY_NOW = Date.parse('2026-11-23T14:32:00Z');

/** All sources answer. */
export const HEALTHY_SOURCES = [
  { source: 'prometheus:default', state: 'ok' as const },
  { source: 'alertmanager:default', state: 'ok' as const },
];

/** The availability SLO of `ingestor` during the incident. */
export const BURNING_SLO = aSlo({
  state: 'burning',
  sli: 0.9996041,
  events: { bad: 19_008, total: 48_000_000, allowedBad: 48_000 },
  budgetRemaining: 0.604,
  budgetRemainingMinutes: 26.1,
  description: '99.9 % of uploads succeed',
  burnRates: [
    aPair({ longBurnRate: 56.9, shortBurnRate: 81.2, firing: true }),
    aPair({
      tier: 'medium',
      longWindow: 21_600,
      limit: 6,
      longBurnRate: 9.6,
      firing: true,
    }),
  ],
  timeToExhaustion: 27_560,
  exhaustionWindow: 3_600,
});

/** The latency SLO of `ingestor`, met. */
export const LATENCY_SLO = aSlo({
  id: 'latency-p95',
  title: 'latency-p95',
  description: '95 % of uploads answer in under 500 ms',
  objective: 0.95,
  sli: 0.97091,
  events: { bad: 1_396_800, total: 48_000_000, allowedBad: 2_400_000 },
  budgetRemaining: 0.418,
  budgetRemainingMinutes: 903,
  burnRates: [aPair({ longBurnRate: 1.8 })],
  timeToExhaustion: 603_000,
  exhaustionWindow: 3_600,
});

/** What fires on `ingestor`, its budget alert included. */
export const STORY_ALERTS: AlertListResponse = {
  items: [
    anAlert({
      name: 'DatabasePoolExhausted',
      since: '2026-11-23T13:52:00Z',
      value: 0.94,
      limit: 0.8,
      summary: 'PostgreSQL pool of media-db: 94 of 100 connections in use',
      runbookUrl: 'https://docs.example.com/runbooks/DatabasePoolExhausted',
      dashboardUrl: 'http://localhost:3001/d/sl-ingestor-postgresql',
    }),
    anAlert({ dashboardUrl: 'http://localhost:3001/d/sl-ingestor-uploads' }),
    anAlert({
      name: 'ConsumerLag',
      severity: 'warning',
      since: '2026-11-23T14:07:00Z',
      value: 18_420,
      unit: 'number',
      limit: 10_000,
      summary: 'Consumer ingestor-events is behind: 18,420 messages pending',
    }),
    anAlert({
      name: 'SloBurnRateFast',
      since: '2026-11-23T14:01:00Z',
      sloId: 'availability',
      value: 56.9,
      unit: 'number',
      limit: 14.4,
    }),
  ],
  totalItems: 4,
  health: HEALTHY_SOURCES,
};

/** SLOs of `ingestor` during the incident. */
export const STORY_SLOS: EntitySlosResponse = {
  items: [BURNING_SLO, LATENCY_SLO],
  health: HEALTHY_SOURCES,
};

/** What is provisioned for `ingestor`; somebody edited a dashboard by hand. */
export const STORY_ENTITY: EntityMonitoringResponse = anEntityAnswer({
  spec: aSpec(),
  objects: [
    anObject({
      title: 'Upload Overview',
      state: 'drifted',
      reason:
        'It was changed in Grafana by lena.fischer on 20 Nov, 16:12 UTC, and is left as it is.',
      differences: [
        {
          path: 'panels[2].title',
          theirs: '"Upload time"',
          ours: '"Upload duration"',
        },
        { path: 'panels[7]', theirs: '{ "title": "My panel" }' },
      ],
    }),
    anObject({ title: 'PostgreSQL', uid: 'sl-ingestor-postgresql' }),
    anObject({
      title: 'ingestor',
      kind: 'folder',
      key: 'component:default/ingestor|folder|ingestor',
    }),
    anObject({
      title: 'ingestor alerts',
      kind: 'alert-rule-group',
      target: 'rule-files:default',
      key: 'component:default/ingestor|alert-rule-group|alerts',
      url: undefined,
    }),
  ],
});

/** Two faults in the annotations of `asset-catalog`. */
export const STORY_PROBLEMS: AnnotationProblem[] = [
  {
    annotation: 'monitoring/slos',
    severity: 'error',
    message: '“500” is not a duration. The unit is missing.',
    value: 'availability 99.9% 30d; latency p95 < 500 30d',
    position: { offset: 38, length: 3 },
    example: 'availability 99.9% 30d; latency p95 < 500ms 30d',
  },
  {
    annotation: 'monitoring/notfy',
    severity: 'warning',
    message:
      'Unknown key: did you mean monitoring/notify? The default channel, media-slack, is used instead.',
    value: 'media-email[critical]',
    example: 'monitoring/notify: media-email[critical]',
  },
];

/** No SLO in any state. */
export const NO_COUNTS: Record<SloState, number> = {
  exhausted: 0,
  burning: 0,
  warning: 0,
  invalid: 0,
  'no-data': 0,
  stale: 0,
  'no-traffic': 0,
  young: 0,
  ok: 0,
};

/** A page of the fleet's SLOs with these counts by state. */
export function aSloList(
  counts: Partial<SloListResponse['counts']>,
  items: SloListResponse['items'] = [],
): SloListResponse {
  return {
    items,
    totalItems: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: { ...NO_COUNTS, ...counts },
    health: HEALTHY_SOURCES,
  };
}

/** The fleet during the incident: 14 SLOs of 8 services. */
export const STORY_FLEET = aSloList(
  { burning: 2, exhausted: 1, warning: 1, ok: 10 },
  [
    BURNING_SLO,
    aSlo({
      entityRef: 'component:default/media-service',
      state: 'burning',
      budgetRemaining: 0.227,
      budgetRemainingMinutes: 9.8,
    }),
    aSlo({
      entityRef: 'component:default/gateway',
      id: 'graphql-errors',
      title: 'graphql-errors',
      state: 'exhausted',
      objective: 0.99,
      budgetRemaining: -0.042,
      budgetRemainingMinutes: -18.1,
    }),
    aSlo({
      entityRef: 'component:default/variant-generator',
      id: 'latency-p95',
      title: 'latency-p95',
      state: 'warning',
      objective: 0.95,
      budgetRemaining: 0.31,
      budgetRemainingMinutes: 670,
    }),
    LATENCY_SLO,
  ],
);

/** The fleet on a quiet day. */
export const QUIET_FLEET = aSloList({ ok: 14 }, [
  aSlo({
    entityRef: 'component:default/variant-generator',
    id: 'latency-p95',
    title: 'latency-p95',
    budgetRemaining: 0.439,
    budgetRemainingMinutes: 948,
  }),
  aSlo({
    ...LATENCY_SLO,
    budgetRemaining: 0.523,
    budgetRemainingMinutes: 1130,
    timeToExhaustion: undefined,
    exhaustionWindow: undefined,
  }),
]);
