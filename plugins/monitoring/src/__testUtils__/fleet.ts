import {
  compareSloUrgency,
  noSloCounts,
  SloListQuery,
  SloListResponse,
  sloRollups,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { FakeMonitoringApi } from './FakeMonitoringApi';
import { aPair, aSlo } from './builders';
import { STORY_STATES } from './sloStory';
import { HEALTHY_SOURCES } from './story';

const DAY = 86_400;

/** Systems of the fleet; of each, its domain is known. */
const SYSTEMS = [
  'media-platform',
  'edge',
  'accounts',
  'playback',
  'discovery',
  'billing',
];
const TEAMS = [
  'media-ingest',
  'media-core',
  'edge',
  'playback',
  'accounts',
  'discovery',
];

/** So many SLOs of half as many services, all met, each with other figures. */
export function aFleet(count: number): SloStatus[] {
  return Array.from({ length: count }, (_, index) => {
    const service = Math.floor(index / 2);
    const isLatency = index % 2 === 1;
    const budgetRemaining = 0.35 + ((index * 37) % 640) / 1_000;
    const allowed = isLatency ? 0.05 : 0.001;
    const system = SYSTEMS[service % SYSTEMS.length];
    return aSlo({
      entityRef: `component:default/service-${String(service).padStart(
        4,
        '0',
      )}`,
      id: isLatency ? 'latency-p95' : 'availability',
      title: isLatency ? 'latency-p95' : 'availability',
      owner: `group:default/${TEAMS[service % TEAMS.length]}`,
      system: `system:default/${system}`,
      domain: `domain:default/${system === 'billing' ? 'business' : 'media'}`,
      objective: 1 - allowed,
      sli: 1 - allowed * (1 - budgetRemaining),
      events: {
        bad: Math.round(1e6 * allowed * (1 - budgetRemaining)),
        total: 1e6,
        allowedBad: 1e6 * allowed,
      },
      budgetRemaining,
      budgetRemainingMinutes: budgetRemaining * allowed * 30 * 1_440,
      burnRates: [aPair({ longBurnRate: ((index * 13) % 90) / 100 })],
    });
  });
}

/** The fleet of the story: one of its SLOs in every state, more of those that need somebody. */
export function aStoryFleet(count: number = 127): SloStatus[] {
  const media = {
    system: 'system:default/media-platform',
    domain: 'domain:default/media',
  };
  const more = [
    aSlo({
      entityRef: 'component:default/media-service',
      owner: 'group:default/media-core',
      state: 'burning',
      sli: 0.9992273,
      budgetRemaining: 0.227,
      budgetRemainingMinutes: 9.8,
      burnRates: [
        aPair({ longBurnRate: 16.2, shortBurnRate: 18, firing: true }),
      ],
      timeToExhaustion: 36_300,
      exhaustionWindow: 3_600,
      ...media,
    }),
    aSlo({
      entityRef: 'component:default/session-store',
      owner: 'group:default/accounts',
      id: 'latency-p99',
      title: 'latency-p99',
      state: 'warning',
      objective: 0.99,
      sli: 0.99121,
      window: { type: 'rolling', duration: 7 * DAY },
      budgetRemaining: 0.121,
      budgetRemainingMinutes: 52.3,
      burnRates: [
        aPair({
          severity: 'ticket',
          longWindow: 3 * DAY,
          limit: 1,
          longBurnRate: 1.1,
          firing: true,
        }),
      ],
      timeToExhaustion: 284_400,
      exhaustionWindow: 3 * DAY,
    }),
  ];
  return [
    ...STORY_STATES.map(slo => ({ ...media, ...slo })),
    ...more,
    ...aFleet(count - STORY_STATES.length - more.length),
  ];
}

/** A backend that filters, sorts and cuts a fleet into pages as the real one does. */
export function aFleetApi(slos: SloStatus[]): FakeMonitoringApi {
  const api = FakeMonitoringApi.create();
  api.listSlos = async query => {
    api.sloQueries.push(query);
    return listed(slos, query);
  };
  api.getSloRollups = async (by, query) => {
    api.rollupQueries.push({ by, query });
    return {
      items: sloRollups(chosen(slos, query), by),
      health: HEALTHY_SOURCES,
    };
  };
  api.getSloTrends = async references => {
    api.trendQueries.push(references);
    return {
      items: references.map(({ entityRef, id }) => {
        const slo = slos.find(
          one => one.entityRef === entityRef && one.id === id,
        );
        const last = slo?.budgetRemaining ?? 1;
        return {
          entityRef,
          id,
          budgetRemaining: Array.from({ length: 31 }, (_, day) =>
            Math.min(
              1,
              last + (1 - last) * 0.15 * Math.floor((30 - day) / 4.6),
            ),
          ),
        };
      }),
    };
  };
  return api;
}

function matching(slos: SloStatus[], query: SloListQuery = {}): SloStatus[] {
  const { owner, system, domain, search = '' } = query;
  const isOne = (refs: string[] | undefined, ref: string | undefined) =>
    !refs || (ref !== undefined && refs.includes(ref));
  return slos.filter(
    slo =>
      isOne(owner, slo.owner) &&
      isOne(system, slo.system) &&
      isOne(domain, slo.domain) &&
      `${slo.entityRef.split('/')[1]} ${slo.title}`.includes(search),
  );
}

function chosen(slos: SloStatus[], query: SloListQuery = {}): SloStatus[] {
  return matching(slos, query).filter(
    ({ state }) => !query.state || query.state.includes(state),
  );
}

const LAST = Number.MAX_VALUE;
const COMPARE: Record<
  NonNullable<SloListQuery['sort']>,
  (a: SloStatus, b: SloStatus) => number
> = {
  urgency: compareSloUrgency,
  budget: (a, b) => (a.budgetRemaining ?? LAST) - (b.budgetRemaining ?? LAST),
  sli: (a, b) => (a.sli ?? LAST) - (b.sli ?? LAST),
  gone: (a, b) => (a.timeToExhaustion ?? LAST) - (b.timeToExhaustion ?? LAST),
  burn: (a, b) =>
    (b.burnRates[0]?.longBurnRate ?? -1) - (a.burnRates[0]?.longBurnRate ?? -1),
  name: (a, b) => a.entityRef.localeCompare(b.entityRef),
  owner: (a, b) => (a.owner ?? '').localeCompare(b.owner ?? ''),
};

function listed(slos: SloStatus[], query: SloListQuery = {}): SloListResponse {
  const { sort = 'urgency', order, limit = 50, cursor = '0' } = query;
  const all = matching(slos, query);
  const counts: Record<SloState, number> = noSloCounts();
  for (const { state } of all) {
    counts[state] += 1;
  }
  const sorted = chosen(slos, query).sort(COMPARE[sort]);
  if (order === (sort === 'burn' ? 'asc' : 'desc')) {
    sorted.reverse();
  }
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: sorted.slice(start, end),
    totalItems: sorted.length,
    nextCursor: end < sorted.length ? String(end) : undefined,
    counts,
    entities: new Set(all.map(({ entityRef }) => entityRef)).size,
    health: HEALTHY_SOURCES,
  };
}
