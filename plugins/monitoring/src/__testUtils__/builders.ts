import {
  ActiveAlert,
  BurnRatePair,
  EntityMonitoringResponse,
  ManagedObject,
  MonitoringSpec,
  PackSuggestion,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

const DAY = 86_400;

/** A burn-rate pair, 1 h / 5 min, calm. */
export function aPair(changes: Partial<BurnRatePair> = {}): BurnRatePair {
  return {
    tier: 'fast',
    severity: 'page',
    longWindow: 3600,
    shortWindow: 300,
    limit: 14.4,
    longBurnRate: 0.5,
    shortBurnRate: 0.4,
    firing: false,
    ...changes,
  };
}

/** An availability SLO of `ingestor`, met. */
export function aSlo(changes: Partial<SloStatus> = {}): SloStatus {
  return {
    id: 'availability',
    entityRef: 'component:default/ingestor',
    title: 'availability',
    sliId: 'media-ingestor:uploads',
    owner: 'group:default/media-ingest',
    objective: 0.999,
    window: { type: 'rolling', duration: 30 * DAY },
    state: 'ok',
    sli: 0.99968,
    events: { bad: 15360, total: 48_000_000, allowedBad: 48_000 },
    budgetRemaining: 0.683,
    budgetRemainingMinutes: 29.5,
    burnRates: [aPair()],
    coverage: 1,
    measuredAt: '2026-11-23T14:31:48Z',
    ...changes,
  };
}

/** A critical alert of `ingestor`, firing. */
export function anAlert(changes: Partial<ActiveAlert> = {}): ActiveAlert {
  return {
    id: changes.name ?? 'HighUploadFailureRate',
    name: 'HighUploadFailureRate',
    state: 'firing',
    severity: 'critical',
    since: '2026-11-23T13:56:00Z',
    value: 0.082,
    unit: 'percent',
    limit: 0.05,
    summary: 'Failed uploads, all endpoints, 4 of 4 instances affected',
    runbookUrl: 'https://docs.example.com/runbooks/HighUploadFailureRate',
    labels: { service: 'ingestor' },
    entityRef: 'component:default/ingestor',
    sources: ['prometheus:default'],
    ...changes,
  };
}

/** A provisioned dashboard, in sync. */
export function anObject(changes: Partial<ManagedObject> = {}): ManagedObject {
  return {
    key: `component:default/ingestor|dashboard|${changes.title ?? 'uploads'}`,
    kind: 'dashboard',
    target: 'grafana:default',
    uid: 'sl-ingestor-uploads',
    title: 'Upload Overview',
    state: 'in-sync',
    url: 'http://localhost:3001/d/sl-ingestor-uploads',
    lastAppliedAt: '2026-11-23T14:30:00Z',
    ...changes,
  };
}

/** What `ingestor` asks for. */
export function aSpec(changes: Partial<MonitoringSpec> = {}): MonitoringSpec {
  return {
    entityRef: 'component:default/ingestor',
    name: 'ingestor',
    title: 'ingestor',
    owner: 'group:default/media-ingest',
    optedIn: true,
    packs: [{ id: 'media-ingestor', options: {} }],
    selector: [{ label: 'service', operator: '=', value: 'ingestor' }],
    selectorIsDefault: true,
    slos: [],
    sloDefinitions: [],
    alertOverrides: [],
    notify: [],
    dashboards: [],
    provision: ['dashboards', 'alerts', 'slos', 'notifications'],
    environments: [],
    mute: [],
    ...changes,
  };
}

/** The entity's answer: opted in, one run done, all in sync. */
export function anEntityAnswer(
  changes: Partial<EntityMonitoringResponse> = {},
): EntityMonitoringResponse {
  return {
    spec: aSpec(),
    problems: [],
    objects: [],
    lastReconciledAt: '2026-11-23T14:30:00Z',
    notifications: [],
    notificationTest: { possible: true },
    availablePacks: [
      {
        id: 'http',
        title: 'HTTP',
        description: 'Request rate, errors, latency',
      },
      {
        id: 'media-ingestor',
        title: 'Media ingestor',
        description: 'Uploads, their failures and duration',
      },
    ],
    health: [{ source: 'prometheus:default', state: 'ok' }],
    ...changes,
  };
}

/** What Redis metrics speak for. */
export const REDIS_SUGGESTION: PackSuggestion = {
  pack: 'redis',
  title: 'Redis',
  description: 'Memory, hit rate, clients and replication',
  because: ['redis_up, 12 series'],
  line: 'http, redis',
};
