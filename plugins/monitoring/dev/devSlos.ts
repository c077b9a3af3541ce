import {
  SloDetailResponse,
  SloHistory,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aHistoryOf,
  aSlo,
  aSloDetail,
  aStoryFleet,
} from '../src/__testUtils__';
import { MonitoringTimeRange } from '../src/api';

const HOUR = 3_600;

/** SLOs that are counted or counted over in other ways than those of the story. */
const OTHERS: SloDetailResponse[] = [
  aSloDetail({
    status: aSlo({
      entityRef: 'component:default/media-service',
      id: 'latency-p95',
      title: 'Latency ≤ 500 ms',
      sliId: 'http:latency',
      objective: 0.95,
      sli: 0.9731,
      window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      windowEnd: '2026-11-30T23:00:00Z',
      events: { bad: 860_800, total: 32_000_000, allowedBad: 1_600_000 },
      budgetRemaining: 0.462,
      budgetRemainingMinutes: 998,
    }),
    sli: {
      type: 'latency',
      histogram: 'http_request_duration_seconds',
      thresholdSeconds: 0.5,
    },
  }),
  aSloDetail({
    status: aSlo({
      entityRef: 'component:default/media-service',
      id: 'uptime--prod',
      title: 'Uptime · prod',
      environment: 'prod',
      sliId: 'up:uptime',
      countedIn: 'slices',
      events: { bad: 3, total: 8_640, allowedBad: 8.64 },
      budgetRemaining: 0.653,
      budgetRemainingMinutes: 28.2,
    }),
    budgetingMethod: 'Timeslices',
    timeSlice: { seconds: 300, target: '0.95' },
    sli: { type: 'uptime', gauge: 'up{$selector}' },
    alerting: {
      enabled: false,
      catalogue: 'google',
      minimumEvents: 0,
      channels: [],
    },
    warnings: [
      {
        annotation: 'monitoring/slos',
        severity: 'warning',
        message:
          'The pair 1 h and 5 min can never fire: its limit needs more bad slices than there are in an hour.',
      },
    ],
  }),
  aSloDetail({
    status: aSlo({
      entityRef: 'component:default/gateway',
      id: 'latency-p95',
      title: 'latency-p95',
    }),
    health: [
      {
        source: 'prometheus:default',
        state: 'unreachable',
        lastSuccessAt: '2026-11-23T14:02:00Z',
      },
    ],
  }),
  aSloDetail({
    status: aSlo({
      entityRef: 'component:default/media-service',
      id: 'overspent',
      title: 'overspent',
      state: 'exhausted',
      window: { type: 'rolling', duration: HOUR },
      sli: 0.9967,
      events: { bad: 330, total: 100_000, allowedBad: 100 },
      budgetRemaining: -2.3,
      budgetRemainingMinutes: -0.14,
    }),
  }),
];

/** What the page of an SLO of the fleet shows. */
export function devSloDetail(
  entityRef: string,
  id: string,
): SloDetailResponse | undefined {
  const isIt = (slo: { entityRef: string; id: string }) =>
    slo.entityRef === entityRef && slo.id === id;
  const status = aStoryFleet().find(isIt);
  return (
    OTHERS.find(other => isIt(other.status)) ??
    (status && aSloDetail({ status }))
  );
}

/** The past of an SLO of the fleet. */
export function devSloHistory(
  entityRef: string,
  id: string,
  range?: MonitoringTimeRange,
): SloHistory | undefined {
  const detail = devSloDetail(entityRef, id);
  return detail && aHistoryOf(detail.status, range);
}
