import {
  aSpec,
  anEntityAnswer,
  aSlo,
  FakeMonitoringApi,
  HEALTHY_SOURCES,
  LATENCY_SLO,
  QUIET_FLEET,
  REDIS_SUGGESTION,
  STORY_ALERTS,
  STORY_ENTITY,
  STORY_FLEET,
  STORY_HISTORY,
  STORY_PROBLEMS,
  STORY_SLOS,
} from '../src/__testUtils__';
import { MonitoringApi } from '../src/api';

const UNREACHABLE = [
  {
    source: 'prometheus:default',
    state: 'unreachable' as const,
    lastSuccessAt: '2026-11-23T14:02:00Z',
  },
];
const NEVER = new Promise<never>(() => {});

/** The services of the development page, each in another situation. */
export const DEV_SERVICES: Record<string, FakeMonitoringApi> = {
  ingestor: FakeMonitoringApi.create({
    entity: {
      ...STORY_ENTITY,
      notifications: [
        { channel: 'media-slack', type: 'slack', from: 'annotation' },
        {
          channel: 'media-pager',
          type: 'pagerduty',
          severity: 'critical',
          from: 'annotation',
        },
      ],
    },
    slos: STORY_SLOS,
    alerts: STORY_ALERTS,
    history: STORY_HISTORY,
    suggestions: {
      items: [REDIS_SUGGESTION],
      line: 'media-ingestor, redis',
      selector: '{service="ingestor"}',
    },
    testNotification: {
      via: 'alertmanager:default',
      message: 'Sent; it should arrive within a minute.',
    },
  }),
  'media-service': FakeMonitoringApi.create({
    entity: anEntityAnswer({ objects: STORY_ENTITY.objects.slice(1) }),
    slos: { items: [aSlo(), LATENCY_SLO], health: HEALTHY_SOURCES },
  }),
  'asset-catalog': FakeMonitoringApi.create({
    entity: anEntityAnswer({ problems: STORY_PROBLEMS }),
    slos: {
      items: [
        aSlo({
          id: 'a',
          title: 'availability',
          state: 'young',
          coverage: 0.12,
        }),
        aSlo({
          id: 'b',
          title: 'graphql-errors',
          state: 'exhausted',
          objective: 0.99,
          sli: 0.98958,
          budgetRemaining: -0.042,
          budgetRemainingMinutes: -18.1,
        }),
        aSlo({
          id: 'c',
          title: 'uploads',
          state: 'no-data',
          budgetRemaining: undefined,
        }),
        aSlo({
          id: 'd',
          title: 'search',
          state: 'stale',
          measuredAt: '2026-11-23T14:02:00Z',
        }),
      ],
      health: HEALTHY_SOURCES,
    },
  }),
  'caption-service': FakeMonitoringApi.create({
    entity: anEntityAnswer({
      spec: aSpec({ name: 'caption-service', optedIn: false, packs: [] }),
    }),
    suggestions: {
      items: [{ ...REDIS_SUGGESTION, pack: 'media-ingestor' }],
      line: 'media-ingestor',
      selector: '{service="caption-service"}',
    },
  }),
  gateway: FakeMonitoringApi.create({
    entity: STORY_ENTITY,
    slos: { items: [LATENCY_SLO], health: UNREACHABLE },
    alerts: { items: [], totalItems: 0, health: [HEALTHY_SOURCES[1]] },
  }),
  'variant-generator': FakeMonitoringApi.create({
    entity: STORY_ENTITY,
    slos: new Error('not there'),
    alerts: NEVER,
  }),
};

/** Answers for all services of the development page. */
export function devMonitoringApi(): MonitoringApi {
  const of = (entityRef: string) => DEV_SERVICES[entityRef.split('/')[1]];
  const fleet = FakeMonitoringApi.create();
  return {
    getEntity: ref => of(ref).getEntity(),
    getSlos: ref => of(ref).getSlos(),
    getSloHistory: ref => of(ref).getSloHistory(),
    getAlerts: ref => of(ref).getAlerts(),
    getDashboards: ref => of(ref).getDashboards(),
    getDashboard: ref => of(ref).getDashboard(),
    getVariableChoices: (ref, uid, request) =>
      of(ref).getVariableChoices(ref, uid, request),
    getSuggestions: ref => of(ref).getSuggestions(),
    sendTestNotification: (ref, channel) =>
      of(ref).sendTestNotification(ref, channel),
    queryPanels: (ref, request, options) =>
      of(ref).queryPanels(ref, request, options),
    getEntityProvisioning: ref => of(ref).getEntityProvisioning(),
    planEntity: ref => of(ref).planEntity(),
    compareObject: ref => of(ref).compareObject(),
    applyEntity: ref => of(ref).applyEntity(ref),
    decideObject: (ref, decision) => of(ref).decideObject(ref, decision),
    pauseProvisioning: (request, ref) =>
      (ref ? of(ref) : fleet).pauseProvisioning(request, ref),
    resumeProvisioning: ref => (ref ? of(ref) : fleet).resumeProvisioning(ref),
    getProvisioning: () => fleet.getProvisioning(),
    listProvisioningRuns: query => fleet.listProvisioningRuns(query),
    getProvisioningRun: () => fleet.getProvisioningRun(),
    listProvisioningSteps: (id, query) =>
      fleet.listProvisioningSteps(id, query),
    startProvisioningRun: () => fleet.startProvisioningRun(),
    stopProvisioningRun: id => fleet.stopProvisioningRun(id),
    answerBrake: given => fleet.answerBrake(given),
    // The home page of the user is busy, that of all services is quiet.
    listSlos: async query => (query?.owner ? STORY_FLEET : QUIET_FLEET),
    listAlerts: async query =>
      query?.owner
        ? STORY_ALERTS
        : { items: [], totalItems: 0, health: HEALTHY_SOURCES },
  };
}
