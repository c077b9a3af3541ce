import {
  aBrake,
  aFleetApi,
  aStoryFleet,
  anEntityProvisioning,
  anOverview,
  aRun,
  aSpec,
  anEntityAnswer,
  aSlo,
  aStep,
  FakeMonitoringApi,
  HEALTHY_SOURCES,
  LATENCY_SLO,
  REDIS_SUGGESTION,
  SHARED_OBJECTS,
  STORY_ALERTS,
  STORY_COMPARISON,
  STORY_ENTITY,
  STORY_DETAIL,
  aStoryHistory,
  STORY_PROBLEMS,
  STORY_SLOS,
  WAITING_RUN,
  WAITING_STEPS,
} from '../src/__testUtils__';
import { SloListQuery } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringApi } from '../src/api';
import { DEV_DASHBOARDS } from './devDashboards';
import { DEV_EXPLORE } from './devExplore';
import { devSloDetail, devSloHistory } from './devSlos';
import { NONE_SCRAPED, ONE_DOWN } from './devTargets';

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
    ...DEV_DASHBOARDS,
    targets: ONE_DOWN,
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
    history: aStoryHistory,
    sloDetail: STORY_DETAIL,
    openSlo: STORY_DETAIL.openSlo,
    entityProvisioning: anEntityProvisioning(),
    run: aRun({ entityRef: 'component:default/ingestor', trigger: 'manual' }),
    plan: {
      steps: [
        aStep({
          action: 'create',
          title: 'ingestor · Redis',
          reason: 'The pack redis asks for it',
        }),
        aStep({
          title: 'PostgreSQL',
          differences: [
            {
              path: 'panels[1].title',
              theirs: '"Pool"',
              ours: '"Connections"',
            },
          ],
        }),
        aStep({ action: 'keep-drifted', reason: 'Edited by lena.fischer' }),
        aStep({ action: 'nothing', title: 'NATS' }),
      ],
      notices: ['Folders are left to the run over all services.'],
    },
    comparison: STORY_COMPARISON,
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
    entityProvisioning: anEntityProvisioning({
      objects: STORY_ENTITY.objects.slice(1),
      mayProvision: false,
    }),
    slos: { items: [aSlo(), LATENCY_SLO], health: HEALTHY_SOURCES },
  }),
  'asset-catalog': FakeMonitoringApi.create({
    entity: anEntityAnswer({ problems: STORY_PROBLEMS }),
    targets: NONE_SCRAPED,
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

/** Provisioning that waits for a person. */
const FLEET = FakeMonitoringApi.create({
  provisioning: anOverview({
    brake: aBrake(),
    lastRun: WAITING_RUN,
    targets: [
      ...anOverview().targets,
      {
        id: 'mimir:eu',
        title: 'Mimir ‘eu’',
        state: 'waiting',
        message: 'It does not answer (connection refused).',
        retryAt: '2026-11-23T14:35:00Z',
        objects: 0,
      },
    ],
  }),
  sharedObjects: { items: SHARED_OBJECTS, mayManage: true },
  comparison: STORY_COMPARISON,
  runs: {
    items: [
      WAITING_RUN,
      aRun({ id: '1841', entityRef: 'component:default/ingestor' }),
      aRun({ id: '1840', trigger: 'manual', by: 'user:default/lena.fischer' }),
    ],
    totalItems: 3,
  },
  run: WAITING_RUN,
  steps: { items: WAITING_STEPS, totalItems: 216, nextCursor: '50' },
});

/** All SLOs of the portal. */
const SLOS = aFleetApi(aStoryFleet());

/** Who develops is in the team of the story. */
function asTeam(query?: SloListQuery): SloListQuery | undefined {
  return query?.owner?.some(ref => ref.startsWith('user:'))
    ? { ...query, owner: ['group:default/media-ingest'] }
    : query;
}

/** Answers for all services of the development page. */
export function devMonitoringApi(): MonitoringApi {
  const of = (entityRef: string) =>
    DEV_SERVICES[entityRef.split('/')[1]] ?? FLEET;
  const isStory = (entityRef: string) =>
    of(entityRef) === DEV_SERVICES.ingestor;
  return {
    explore: DEV_EXPLORE,
    getEntity: ref => of(ref).getEntity(),
    getSlos: (ref, options) => of(ref).getSlos(ref, options),
    getSloDetail: async (ref, id) =>
      (isStory(ref) ? undefined : devSloDetail(ref, id)) ??
      of(ref).getSloDetail(),
    getOpenSlo: ref => of(ref).getOpenSlo(),
    getSloHistory: async (ref, id, range) =>
      (isStory(ref) ? undefined : devSloHistory(ref, id, range)) ??
      of(ref).getSloHistory(ref, id, range),
    getSloRollups: (by, query) => SLOS.getSloRollups(by, asTeam(query)),
    getSloTrends: slos => SLOS.getSloTrends(slos),
    getAlerts: (ref, options) => of(ref).getAlerts(ref, options),
    getDashboards: (ref, options) => of(ref).getDashboards(ref, options),
    getDashboard: (ref, uid, options) =>
      of(ref).getDashboard(ref, uid, options),
    getVariableChoices: (ref, uid, request) =>
      of(ref).getVariableChoices(ref, uid, request),
    getDashboardMarks: (ref, uid, request, options) =>
      of(ref).getDashboardMarks(ref, uid, request, options),
    getAvailableDashboards: (ref, query, options) =>
      of(ref).getAvailableDashboards(ref, query, options),
    getTargets: (ref, options) => of(ref).getTargets(ref, options),
    getPanelExemplars: (ref, request) =>
      of(ref).getPanelExemplars(ref, request),
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
      (ref ? of(ref) : FLEET).pauseProvisioning(request, ref),
    resumeProvisioning: ref => (ref ? of(ref) : FLEET).resumeProvisioning(ref),
    listSharedObjects: () => FLEET.listSharedObjects(),
    compareSharedObject: () => FLEET.compareSharedObject(),
    decideSharedObject: decision => FLEET.decideSharedObject(decision),
    getProvisioning: () => FLEET.getProvisioning(),
    listProvisioningRuns: query => FLEET.listProvisioningRuns(query),
    getProvisioningRun: () => FLEET.getProvisioningRun(),
    listProvisioningSteps: (id, query) =>
      FLEET.listProvisioningSteps(id, query),
    startProvisioningRun: () => FLEET.startProvisioningRun(),
    stopProvisioningRun: id => FLEET.stopProvisioningRun(id),
    answerBrake: given => FLEET.answerBrake(given),
    listSlos: query => SLOS.listSlos(asTeam(query)),
    listAlerts: async query =>
      query?.owner
        ? STORY_ALERTS
        : { items: [], totalItems: 0, health: HEALTHY_SOURCES },
  };
}
