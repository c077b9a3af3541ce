import {
  EntityProvisioningResponse,
  ObjectComparisonResponse,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningStep,
  PruneBrake,
  SharedObject,
} from '@sightline/backstage-plugin-monitoring-common';
import { anObject } from './builders';

/** A run over all services that wrote a little and left the rest as it was. */
export function aRun(changes: Partial<ProvisioningRun> = {}): ProvisioningRun {
  return {
    id: '1842',
    status: 'succeeded',
    startedAt: '2026-11-23T14:30:00Z',
    finishedAt: '2026-11-23T14:30:41Z',
    trigger: 'schedule',
    mode: 'apply',
    entities: 64,
    complete: true,
    counts: {
      created: 6,
      updated: 7,
      unchanged: 583,
      drifted: 5,
      conflict: 1,
      failed: 0,
      pruned: 0,
      waiting: 0,
    },
    phases: [
      { name: 'plan', done: 13, total: 13, failed: 0, duration: 4_100 },
      { name: 'folders', done: 1, total: 1, failed: 0, duration: 300 },
      { name: 'channels', done: 0, total: 0, failed: 0, duration: 0 },
      { name: 'dashboards', done: 8, total: 8, failed: 0, duration: 12_700 },
      { name: 'rules', done: 4, total: 4, failed: 0, duration: 23_900 },
      { name: 'delete', done: 0, total: 0, failed: 0, duration: 0 },
    ],
    errors: [],
    ...changes,
  };
}

/** 31 services that went, 29 of them together. */
export function aBrake(changes: Partial<PruneBrake> = {}): PruneBrake {
  return {
    digest: 'digest-of-214',
    objects: 214,
    managed: 812,
    maxShare: 0.2,
    byKind: {
      dashboard: 62,
      'alert-rule-group': 93,
      'slo-rule-group': 29,
      folder: 30,
    },
    entities: [
      {
        entityRef: 'component:default/legacy-transcoder',
        objects: 11,
        unwantedSince: '2026-11-22T14:02:00Z',
      },
      {
        entityRef: 'component:default/thumbnail-v1',
        objects: 7,
        unwantedSince: '2026-11-22T14:02:10Z',
      },
      {
        entityRef: 'component:default/upload-cleaner',
        objects: 5,
        unwantedSince: '2026-11-20T09:00:00Z',
      },
    ],
    entityCount: 31,
    since: '2026-11-23T14:26:00Z',
    ...changes,
  };
}

/** A step that wrote a dashboard. */
export function aStep(
  changes: Partial<ProvisioningStep> = {},
): ProvisioningStep {
  const title = changes.title ?? 'Upload Overview';
  return {
    action: 'update',
    key: `component:default/ingestor|dashboard|${title}`,
    entityRef: 'component:default/ingestor',
    kind: 'dashboard',
    target: 'grafana:default',
    uid: 'sl-ingestor-uploads',
    title,
    reason: 'The pack changed',
    ...changes,
  };
}

/** How provisioning stands: all done, two targets answer. */
export function anOverview(
  changes: Partial<ProvisioningOverviewResponse> = {},
): ProvisioningOverviewResponse {
  return {
    mode: 'apply',
    onDrift: 'keep',
    lastRun: aRun(),
    nextRunAt: '2026-11-23T14:35:00Z',
    targets: [
      {
        id: 'grafana:default',
        title: 'Grafana ‘default’',
        state: 'ok',
        objects: 412,
      },
      {
        id: 'rule-files:default',
        title: 'Rule files ‘default’',
        state: 'ok',
        objects: 400,
      },
    ],
    mayManage: true,
    ...changes,
  };
}

/** A dashboard that a person edited. */
export const DRIFTED_OBJECT = anObject({
  title: 'Upload Overview',
  state: 'drifted',
  reason: 'edited in Grafana by a person',
  differences: [
    {
      path: 'panels[2].fieldConfig.defaults.unit',
      theirs: '"short"',
      ours: '"reqps"',
    },
    { path: 'panels[7]', theirs: '{ "title": "GC pause" }' },
  ],
  theirs: {
    hash: 'hash-of-theirs',
    by: 'lena.fischer',
    at: '2026-11-20T16:12:00Z',
  },
  decisions: ['take-ours', 'keep-theirs'],
  lastAppliedAt: '2026-11-09T08:05:00Z',
});

/** A dashboard of somebody else, in the way. */
export const CONFLICT_OBJECT = anObject({
  key: 'component:default/ingestor|dashboard|redis',
  title: 'Redis',
  state: 'conflict',
  reason: 'same title, other owner; it is never overwritten',
  differences: [
    { path: 'title', theirs: '"Redis"', ours: '"ingestor · Redis"' },
  ],
  theirs: { hash: 'hash-of-redis', by: 'ops-bot', at: '2025-03-03T10:00:00Z' },
  decisions: ['adopt'],
  lastAppliedAt: undefined,
});

/** A rule group that could not be written. */
export const FAILED_OBJECT = anObject({
  key: 'component:default/ingestor|alert-rule-group|nodejs',
  kind: 'alert-rule-group',
  title: 'ingestor-nodejs',
  state: 'failed',
  reason: 'Grafana refused it: the quota of alert rules is reached.',
  retry: { failures: 3, at: '2026-11-23T14:40:00Z' },
  url: undefined,
  lastAppliedAt: undefined,
});

/** What is provisioned for `ingestor`, with something of each kind. */
export function anEntityProvisioning(
  changes: Partial<EntityProvisioningResponse> = {},
): EntityProvisioningResponse {
  return {
    objects: [
      anObject({ title: 'PostgreSQL', uid: 'sl-ingestor-postgresql' }),
      DRIFTED_OBJECT,
      CONFLICT_OBJECT,
      FAILED_OBJECT,
      anObject({
        key: 'component:default/ingestor|folder|ingestor',
        kind: 'folder',
        title: 'Sightline / ingestor',
      }),
      anObject({
        key: 'component:default/ingestor|contact-point|media-teams',
        kind: 'contact-point',
        title: 'media-teams',
        state: 'pending',
        reason: 'created in the next run',
        url: undefined,
        lastAppliedAt: undefined,
      }),
    ],
    onDrift: 'keep',
    mode: 'apply',
    lastReconciledAt: '2026-11-23T14:30:41Z',
    nextRunAt: '2026-11-23T14:35:00Z',
    mayProvision: true,
    ...changes,
  };
}

/** The run of the story: 214 deletions wait for a person. */
export const WAITING_RUN = aRun({
  brake: aBrake(),
  counts: {
    created: 6,
    updated: 7,
    unchanged: 583,
    drifted: 5,
    conflict: 1,
    failed: 2,
    pruned: 0,
    waiting: 214,
  },
  phases: [
    { name: 'plan', done: 229, total: 229, failed: 0, duration: 4_100 },
    { name: 'folders', done: 1, total: 1, failed: 0, duration: 300 },
    { name: 'channels', done: 0, total: 0, failed: 0, duration: 0 },
    { name: 'dashboards', done: 8, total: 8, failed: 0, duration: 12_700 },
    { name: 'rules', done: 6, total: 6, failed: 2, duration: 23_900 },
    { name: 'delete', done: 0, total: 214, failed: 0, duration: 0 },
  ],
  errors: [
    {
      key: 'component:default/playback-api|alert-rule-group|http',
      entityRef: 'component:default/playback-api',
      target: 'grafana:default',
      message: 'Grafana does not answer (503).',
    },
    {
      key: 'component:default/billing-export|alert-rule-group|http',
      entityRef: 'component:default/billing-export',
      target: 'grafana:default',
      message: 'Grafana does not answer (503).',
    },
  ],
});

/** Steps of {@link WAITING_RUN}, the first page. */
export const WAITING_STEPS: ProvisioningStep[] = [
  aStep({
    title: 'playback-http',
    kind: 'alert-rule-group',
    entityRef: 'component:default/playback-api',
    outcome: 'failed',
    error: 'Grafana does not answer (503).',
    duration: 2_100,
  }),
  aStep({
    action: 'prune',
    title: 'HTTP',
    entityRef: 'component:default/legacy-transcoder',
    reason: 'Left the catalog 22 Nov, 14:02 UTC',
    outcome: 'waiting',
  }),
  aStep({
    action: 'create',
    kind: 'contact-point',
    title: 'media-teams',
    entityRef: 'sightline/default',
    outcome: 'done',
    duration: 300,
  }),
];

/** Both sides of the edited dashboard, in full. */
export const STORY_COMPARISON: ObjectComparisonResponse = {
  key: DRIFTED_OBJECT.key,
  theirs: {
    hash: 'hash-of-theirs',
    by: 'lena.fischer',
    at: '2026-11-20T16:12:00Z',
    json: JSON.stringify({
      title: 'Upload Overview',
      tags: ['media', 'upload'],
      panels: [{ id: 1, title: 'Upload rate', unit: 'short', width: 12 }],
    }),
  },
  ours: {
    json: JSON.stringify({
      title: 'Upload Overview',
      tags: ['media', 'upload'],
      panels: [{ id: 1, title: 'Upload rate', unit: 'reqps', width: 12 }],
    }),
  },
  differences: [{ path: 'panels[0].unit', theirs: '"short"', ours: '"reqps"' }],
};

/** Rules of the SLOs of 42 services, in one target, that a person edited. */
export const SHARED_RULES: SharedObject = {
  ...anObject({
    key: 'sightline/shared-slos|slo-rule-group|rule-files:default',
    kind: 'slo-rule-group',
    target: 'rule-files:default',
    uid: 'shared-slos',
    title: 'Shared SLO rules',
    state: 'drifted',
    reason: 'edited by a person since it was applied',
    url: undefined,
    differences: [
      {
        path: 'groups[0].rules[3].labels.severity',
        theirs: '"none"',
        ours: '"critical"',
      },
    ],
    theirs: { hash: 'hash-of-shared', at: '2026-11-23T13:58:00Z' },
    decisions: ['take-ours', 'keep-theirs'],
    shared: { services: 42 },
  }),
  entityRef: 'sightline/shared-slos',
};

/** What the services of the story share, in the order in which it was made. */
export const SHARED_OBJECTS: SharedObject[] = [
  {
    ...anObject({
      key: 'sightline/default|folder|Sightline',
      kind: 'folder',
      title: 'Sightline',
    }),
    entityRef: 'sightline/default',
  },
  {
    ...anObject({
      key: 'sightline/default|contact-point|media-teams',
      kind: 'contact-point',
      title: 'media-teams',
      state: 'failed',
      reason: 'Grafana does not answer (503).',
      retry: { failures: 2, at: '2026-11-23T14:36:00Z' },
      url: undefined,
    }),
    entityRef: 'sightline/default',
  },
  SHARED_RULES,
  ...['nights', 'weekends', 'holidays'].map(title => ({
    ...anObject({
      key: `sightline/default|mute-timing|${title}`,
      kind: 'mute-timing',
      title,
      url: undefined,
    }),
    entityRef: 'sightline/default',
  })),
];
