import {
  BurnRateTier,
  SloDetailResponse,
  SloHistory,
  SloIncident,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../api';
import { aPair, aSlo } from './builders';
import { BURNING_SLO, HEALTHY_SOURCES, LATENCY_SLO, STORY_NOW } from './story';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const NOW = STORY_NOW / 1_000;

/** Uploads in the 30 days of the story, as many in each second as in any other. */
const UPLOADS = 48_000_000;
const PER_SECOND = UPLOADS / (30 * DAY);
const ALLOWED = UPLOADS * 0.001;
const BACKGROUND_PER_SECOND = 5_760 / (30 * DAY);

const at = (text: string) => Date.parse(`2026-${text}:00Z`) / 1_000;

/** What spent most of the budget: uploads failed on 31 Oct, on 12 Nov, and fail now. */
export const STORY_INCIDENTS: SloIncident[] = [
  {
    start: at('10-31T09:14'),
    end: at('10-31T09:52'),
    bad: 5_376,
    budgetShare: 0.112,
  },
  {
    start: at('11-12T22:40'),
    end: at('11-12T23:05'),
    bad: 4_080,
    budgetShare: 0.085,
  },
  { start: at('11-23T13:50'), bad: 3_792, budgetShare: 0.079 },
];

const TIERS: { tier: BurnRateTier; window: number }[] = [
  { tier: 'fast', window: HOUR },
  { tier: 'medium', window: 6 * HOUR },
  { tier: 'slow', window: DAY },
  { tier: 'long', window: 3 * DAY },
];

/** Failed uploads from `start` to `end`, in Unix seconds. */
function failed(start: number, end: number): number {
  const incidents = STORY_INCIDENTS.map(incident => {
    const until = incident.end ?? NOW;
    const overlap = Math.min(end, until) - Math.max(start, incident.start);
    return (Math.max(0, overlap) / (until - incident.start)) * incident.bad;
  });
  return incidents.reduce(
    (sum, bad) => sum + bad,
    (end - start) * BACKGROUND_PER_SECOND,
  );
}

function burnRate(time: number, window: number): number {
  return failed(time - window, time) / (window * PER_SECOND) / 0.001;
}

/** The points of a history, in Unix seconds: about 240 until `to`, at least 5 minutes apart. */
export function historyTimes(from: number, to: number) {
  const step = Math.ceil((to - from) / 240 / 300) * 300;
  const points = Math.floor((to - from) / step) + 1;
  const times = Array.from(
    { length: points },
    (_, index) => to - (points - 1 - index) * step,
  );
  return { times, step };
}

/** The availability of `ingestor` over time; without a range, 30 days until now. */
export function aStoryHistory(range?: MonitoringTimeRange): SloHistory {
  const to = (range?.to ?? STORY_NOW) / 1_000;
  const from = range ? range.from / 1_000 : to - 30 * DAY;
  const { times, step } = historyTimes(from, to);
  return {
    id: 'availability',
    entityRef: 'component:default/ingestor',
    times,
    step,
    budgetRemaining: times.map(
      time => 1 - failed(NOW - 30 * DAY, time) / ALLOWED,
    ),
    burnRate: times.map(time => burnRate(time, HOUR)),
    burnRates: TIERS.map(({ tier, window }) => ({
      tier,
      values: times.map(time => burnRate(time, window)),
    })),
    sli: times.map(time => 1 - burnRate(time, HOUR) * 0.001),
    events: {
      bad: times.map(time => failed(time - step, time)),
      total: times.map(() => step * PER_SECOND),
    },
    coverage: 1,
    source: 'recorded',
    incidents: STORY_INCIDENTS.filter(({ end = NOW }) => end > from),
    alerts: [
      {
        tier: 'fast' as const,
        severity: 'page' as const,
        start: at('10-31T09:24'),
        end: at('10-31T09:57'),
      },
      {
        tier: 'fast' as const,
        severity: 'page' as const,
        start: at('11-12T22:50'),
        end: at('11-12T23:10'),
      },
      {
        tier: 'fast' as const,
        severity: 'page' as const,
        start: at('11-23T14:01'),
      },
      {
        tier: 'medium' as const,
        severity: 'page' as const,
        start: at('11-23T14:16'),
      },
    ].filter(({ end = NOW }) => end > from),
  };
}

/** 30 days of budget: two incidents, and the one of now. */
export const STORY_HISTORY: SloHistory = aStoryHistory();

/** The availability of `ingestor` during the incident, with all pairs. */
export const STORY_STATUS: SloStatus = {
  ...BURNING_SLO,
  system: 'system:default/media-platform',
  domain: 'domain:default/media',
  burnRates: [
    aPair({ longBurnRate: 56.9, shortBurnRate: 82, firing: true }),
    aPair({
      tier: 'medium',
      longWindow: 6 * HOUR,
      shortWindow: 30 * MINUTE,
      limit: 6,
      longBurnRate: 9.6,
      shortBurnRate: 81.4,
      firing: true,
    }),
    aPair({
      tier: 'slow',
      severity: 'ticket',
      longWindow: DAY,
      shortWindow: 2 * HOUR,
      limit: 3,
      longBurnRate: 2.5,
      shortBurnRate: 28.5,
    }),
    aPair({
      tier: 'long',
      severity: 'ticket',
      longWindow: 3 * DAY,
      shortWindow: 6 * HOUR,
      limit: 1,
      longBurnRate: 0.9,
      shortBurnRate: 9.6,
    }),
  ],
};

const RECORDED =
  'entity="component:default/ingestor", sli="media-ingestor:uploads"';

/** Everything about the availability of `ingestor` but its past. */
export const STORY_DETAIL: SloDetailResponse = {
  status: STORY_STATUS,
  sli: {
    type: 'ratio',
    bad: 'increase(uploads_total{$selector, result="error"}[$window])',
    total: 'increase(uploads_total{$selector}[$window])',
  },
  budgetingMethod: 'Occurrences',
  alerting: {
    enabled: true,
    catalogue: 'google',
    minimumEvents: 0,
    channels: ['media-slack', 'media-email'],
  },
  queries: [
    {
      title: 'Bad events, 5 min (recorded)',
      figure: 'bad',
      expression:
        'sum(increase(uploads_total{service="ingestor", result="error"}[5m])) or 0 * sum(increase(uploads_total{service="ingestor"}[5m]))',
    },
    {
      title: 'All events, 5 min (recorded)',
      figure: 'total',
      expression: 'sum(increase(uploads_total{service="ingestor"}[5m]))',
    },
    {
      title: 'SLI, 30 d',
      figure: 'sli',
      expression: `1 - sightline:sli_bad:window{${RECORDED}, window="30d"} / sightline:sli_total:window{${RECORDED}, window="30d"}`,
    },
  ],
  prometheus: 'default',
  warnings: [],
  openSlo: `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
  displayName: availability
spec:
  description: 99.9 % of uploads succeed
  service: ingestor
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
  timeWindow:
    - duration: 30d
      isRolling: true
`,
  runbookUrl: 'https://docs.example.com/runbooks/ingestor',
  dashboardUrl: 'http://localhost:3001/d/sl-ingestor-uploads',
  editUrl: 'https://git.example.com/ingestor/catalog-info.yaml',
  health: HEALTHY_SOURCES,
};

/** One SLO in each state, most urgent first, as the portal's table shows them. */
export const STORY_STATES: SloStatus[] = [
  STORY_STATUS,
  aSlo({
    entityRef: 'component:default/gateway',
    id: 'graphql-errors',
    title: 'graphql-errors',
    owner: 'group:default/edge',
    state: 'exhausted',
    objective: 0.99,
    sli: 0.98958,
    events: { bad: 104_200, total: 10_000_000, allowedBad: 100_000 },
    budgetRemaining: -0.042,
    budgetRemainingMinutes: -18.1,
    burnRates: [
      aPair({
        tier: 'long',
        severity: 'ticket',
        longWindow: 3 * DAY,
        shortWindow: 6 * HOUR,
        limit: 1,
        longBurnRate: 1.4,
      }),
    ],
    reason: '1.04 % of the events in the window were bad, 1 % may be',
  }),
  aSlo({
    entityRef: 'component:default/playback-api',
    owner: 'group:default/playback',
    state: 'warning',
    objective: 0.9995,
    sli: 0.999592,
    budgetRemaining: 0.184,
    budgetRemainingMinutes: 4,
    burnRates: [
      aPair({
        tier: 'slow',
        severity: 'ticket',
        longWindow: DAY,
        shortWindow: 2 * HOUR,
        limit: 3,
        longBurnRate: 3.4,
        shortBurnRate: 3.6,
        firing: true,
      }),
    ],
    timeToExhaustion: 140_280,
    exhaustionWindow: DAY,
  }),
  aSlo({
    entityRef: 'component:default/billing-export',
    owner: 'group:default/accounts',
    state: 'invalid',
    objective: 0,
    reason: '“30” is not a duration. The unit is missing.',
    sli: undefined,
    events: undefined,
    budgetRemaining: undefined,
    budgetRemainingMinutes: undefined,
    burnRates: [],
    coverage: 0,
    measuredAt: undefined,
  }),
  aSlo({
    entityRef: 'component:default/search-indexer',
    owner: 'group:default/discovery',
    state: 'no-data',
    reason:
      'The series have ended. The service may be down, or renamed its metrics',
    sli: undefined,
    events: undefined,
    budgetRemaining: undefined,
    budgetRemainingMinutes: undefined,
    burnRates: [aPair({ longBurnRate: undefined, shortBurnRate: undefined })],
  }),
  aSlo({
    entityRef: 'component:default/cdn-purger',
    owner: 'group:default/edge',
    state: 'stale',
    objective: 0.995,
    sli: 0.99885,
    budgetRemaining: 0.77,
    budgetRemainingMinutes: 166,
    measuredAt: '2026-11-23T14:02:00Z',
    reason: 'Prometheus ‘default’ does not answer',
  }),
  aSlo({
    entityRef: 'component:default/legacy-import',
    state: 'no-traffic',
    objective: 0.995,
    sli: undefined,
    events: { bad: 0, total: 0, allowedBad: 0 },
    budgetRemaining: undefined,
    budgetRemainingMinutes: undefined,
    burnRates: [aPair({ longBurnRate: undefined, shortBurnRate: undefined })],
    reason:
      'No events in the whole window. Nothing can fail, so the budget rests',
  }),
  aSlo({
    entityRef: 'component:default/transcript-service',
    owner: 'group:default/media-core',
    state: 'young',
    sli: 0.99998,
    budgetRemaining: 0.983,
    budgetRemainingMinutes: 42.5,
    coverage: 0.12,
    reason: '12 % of the window is measured so far',
  }),
  LATENCY_SLO,
];
