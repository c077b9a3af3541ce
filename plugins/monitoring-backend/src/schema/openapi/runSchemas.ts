import {
  arrayOf,
  boolean,
  integer,
  mapOf,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from './shapes';

const OBJECT_KINDS = [
  'folder',
  'dashboard',
  'alert-rule-group',
  'slo-rule-group',
  'contact-point',
  'mute-timing',
  'alertmanager-config',
];

/** What stands in a target: its hash, and who edited it when. */
export const edit = { hash: text, by: text, at: time };

/** A provisioned object, as screens see it. */
const managedObject = {
  key: text,
  kind: ref('ManagedObjectKind'),
  target: text,
  uid: text,
  title: text,
  environment: text,
  state: oneOf(
    'in-sync',
    'missing',
    'pending',
    'drifted',
    'conflict',
    'failed',
    'paused',
    'disabled',
  ),
  reason: text,
  url: text,
  lastAppliedAt: time,
  differences: arrayOf(ref('FieldDifference')),
  theirs: object(edit, { optional: ['by', 'at'] }),
  decisions: arrayOf(ref('ObjectDecision')),
  decided: object({ decision: ref('ObjectDecision'), by: text, at: time }),
  retry: object({ failures: integer, at: time }),
  shared: object({ services: integer }),
};

/** What an object may lack. */
const MAY_LACK = [
  'environment',
  'reason',
  'url',
  'lastAppliedAt',
  'differences',
  'theirs',
  'decisions',
  'decided',
  'retry',
  'shared',
];

/** Objects that are provisioned, and the runs that do it. */
export const runSchemas: Record<string, Schema> = {
  ManagedObjectKind: oneOf(...OBJECT_KINDS),
  ObjectDecision: oneOf('take-ours', 'keep-theirs', 'adopt'),
  OnDrift: oneOf('keep', 'revert'),
  ProvisioningMode: oneOf('apply', 'plan', 'remove'),
  FieldDifference: object(
    { path: text, theirs: text, ours: text },
    { optional: ['theirs', 'ours'] },
  ),
  ManagedObject: object(managedObject, { optional: MAY_LACK }),
  SharedObject: object(
    { ...managedObject, entityRef: text },
    { optional: MAY_LACK },
  ),
  StepOutcome: oneOf('done', 'failed', 'waiting', 'kept', 'unchanged'),
  ProvisioningStep: object(
    {
      action: oneOf(
        'create',
        'update',
        'move',
        'revert',
        'adopt',
        'prune',
        'keep-drifted',
        'keep-incomplete',
        'conflict',
        'wait-to-prune',
        'wait-to-retry',
        'paused',
        'disabled',
        'nothing',
      ),
      key: text,
      entityRef: text,
      kind: ref('ManagedObjectKind'),
      target: text,
      uid: text,
      title: text,
      environment: text,
      reason: text,
      differences: arrayOf(ref('FieldDifference')),
      url: text,
      outcome: ref('StepOutcome'),
      error: text,
      duration: number,
    },
    {
      optional: [
        'key',
        'environment',
        'reason',
        'differences',
        'url',
        'outcome',
        'error',
        'duration',
      ],
    },
  ),
  ProvisioningPhase: object({
    name: oneOf('plan', 'folders', 'channels', 'dashboards', 'rules', 'delete'),
    done: integer,
    total: integer,
    failed: integer,
    duration: number,
  }),
  PruneBrake: object(
    {
      digest: text,
      objects: integer,
      managed: integer,
      maxShare: number,
      byKind: mapOf(integer, { propertyNames: { enum: OBJECT_KINDS } }),
      entities: arrayOf(
        object({ entityRef: text, objects: integer, unwantedSince: time }),
      ),
      entityCount: integer,
      since: time,
      answer: object({ answer: oneOf('delete', 'keep'), by: text, at: time }),
    },
    { optional: ['answer'] },
  ),
  ProvisioningRun: object(
    {
      id: text,
      status: oneOf('running', 'succeeded', 'failed', 'stopped'),
      startedAt: time,
      finishedAt: time,
      trigger: oneOf('schedule', 'event', 'manual'),
      mode: ref('ProvisioningMode'),
      by: text,
      entityRef: text,
      entities: integer,
      complete: boolean,
      counts: object({
        created: integer,
        updated: integer,
        unchanged: integer,
        drifted: integer,
        conflict: integer,
        failed: integer,
        pruned: integer,
        waiting: integer,
      }),
      phases: arrayOf(ref('ProvisioningPhase')),
      brake: ref('PruneBrake'),
      errors: arrayOf(
        object(
          { key: text, entityRef: text, target: text, message: text },
          { optional: ['key', 'entityRef', 'target'] },
        ),
      ),
    },
    { optional: ['finishedAt', 'by', 'entityRef', 'entities', 'brake'] },
  ),
};
