import {
  ManagedObject,
  ProvisioningRun,
  ProvisioningStep,
  PruneBrake,
  SharedObject,
} from '@sightline/backstage-plugin-monitoring-common';

const AT = '2026-11-23T14:32:00.000Z';

/** A run over all entities that has just begun, unless it is said otherwise. */
export function aRun(part: Partial<ProvisioningRun> = {}): ProvisioningRun {
  return {
    id: 'run-1',
    status: 'running',
    startedAt: AT,
    trigger: 'schedule',
    mode: 'apply',
    complete: true,
    counts: {
      created: 0,
      updated: 0,
      unchanged: 12,
      drifted: 0,
      conflict: 0,
      failed: 0,
      pruned: 0,
      waiting: 0,
    },
    phases: [{ name: 'plan', done: 12, total: 12, failed: 0, duration: 80 }],
    errors: [],
    ...part,
  };
}

/** A dashboard of an entity that was written. */
export function aStep(entityRef: string): ProvisioningStep {
  return {
    action: 'update',
    key: `${entityRef}|dashboard|http/overview`,
    entityRef,
    kind: 'dashboard',
    target: 'grafana:default',
    uid: `sl-${entityRef.split('/')[1]}`,
    title: 'HTTP',
    reason: 'The annotations or the pack changed',
    differences: [{ path: 'title', theirs: '"a"', ours: '"b"' }],
    outcome: 'done',
    duration: 40,
  };
}

/** Deletions of the objects of these entities wait. */
export function aBrake(...entityRefs: string[]): PruneBrake {
  return {
    digest: 'd1',
    objects: entityRefs.length,
    managed: 10,
    maxShare: 0.2,
    byKind: { dashboard: entityRefs.length },
    entities: entityRefs.map(entityRef => ({
      entityRef,
      objects: 1,
      unwantedSince: AT,
    })),
    entityCount: entityRefs.length,
    since: AT,
  };
}

/** A dashboard that a person edited. */
export const aDriftedObject: ManagedObject = {
  key: 'component:default/ingestor|dashboard|http/overview',
  kind: 'dashboard',
  target: 'grafana:default',
  uid: 'sl-ingestor',
  title: 'HTTP',
  state: 'drifted',
  reason: 'It was changed in Grafana, and is left as it is.',
  theirs: { hash: 'abc', by: 'lena', at: AT },
  decisions: ['take-ours', 'keep-theirs'],
};

/** Shared SLO rules that a person edited, with what they hold. */
export const aSharedObject: SharedObject = {
  key: 'sightline/shared-slos|slo-rule-group|rule-files:default',
  kind: 'slo-rule-group',
  entityRef: 'sightline/shared-slos',
  target: 'rule-files:default',
  uid: 'sl-shared-slos',
  title: 'Shared SLO rules',
  state: 'drifted',
  reason: "It has what nobody asks for ('billing')",
  differences: [{ path: 'groups', ours: '"billing|ingestor"' }],
  theirs: { hash: 'abc' },
  decisions: ['take-ours', 'keep-theirs'],
};
