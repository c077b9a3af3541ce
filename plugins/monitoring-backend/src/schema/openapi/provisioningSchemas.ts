import { edit } from './runSchemas';
import {
  arrayOf,
  boolean,
  integer,
  object,
  oneOf,
  ref,
  Schema,
  text,
  texts,
  time,
} from './shapes';

const hash: Schema = { type: 'string', minLength: 1, maxLength: 200 };

const pause = { by: text, at: time, reason: text };

/** What is answered about provisioning, and what a person can say to it. */
export const provisioningSchemas: Record<string, Schema> = {
  ProvisioningPause: object(pause, { optional: ['reason'] }),
  ProvisioningTargetStatus: object(
    {
      id: text,
      title: text,
      state: oneOf('ok', 'waiting', 'unknown'),
      message: text,
      retryAt: time,
      objects: integer,
    },
    { optional: ['message', 'retryAt'] },
  ),
  ProvisioningOverviewResponse: object(
    {
      mode: ref('ProvisioningMode'),
      onDrift: ref('OnDrift'),
      paused: ref('ProvisioningPause'),
      running: ref('ProvisioningRun'),
      lastRun: ref('ProvisioningRun'),
      nextRunAt: time,
      brake: ref('PruneBrake'),
      targets: arrayOf(ref('ProvisioningTargetStatus')),
      mayManage: boolean,
    },
    { optional: ['paused', 'running', 'lastRun', 'nextRunAt', 'brake'] },
  ),
  ProvisioningRunListResponse: object(
    {
      items: arrayOf(ref('ProvisioningRun')),
      totalItems: integer,
      nextCursor: text,
    },
    { optional: ['nextCursor'] },
  ),
  ProvisioningStepListResponse: object(
    {
      items: arrayOf(ref('ProvisioningStep')),
      totalItems: integer,
      nextCursor: text,
    },
    { optional: ['nextCursor'] },
  ),
  StartRunResponse: object({ id: text }),
  AnswerBrakeRequest: object(
    {
      digest: hash,
      answer: oneOf('delete', 'keep'),
      objects: { type: 'integer', minimum: 0 },
    },
    { optional: ['objects'] },
  ),
  PauseRequest: object(
    { reason: { type: 'string', maxLength: 200 } },
    { optional: ['reason'] },
  ),
  SharedObjectListResponse: object({
    items: arrayOf(ref('SharedObject')),
    mayManage: boolean,
  }),
  EntityProvisioningResponse: object(
    {
      objects: arrayOf(ref('ManagedObject')),
      onDrift: ref('OnDrift'),
      mode: ref('ProvisioningMode'),
      paused: object(
        { ...pause, scope: oneOf('entity', 'all') },
        { optional: ['reason'] },
      ),
      lastReconciledAt: time,
      nextRunAt: time,
      running: ref('ProvisioningRun'),
      mayProvision: boolean,
    },
    { optional: ['paused', 'lastReconciledAt', 'nextRunAt', 'running'] },
  ),
  EntityPlanResponse: object({
    steps: arrayOf(ref('ProvisioningStep')),
    notices: texts,
  }),
  ObjectComparisonResponse: object({
    key: text,
    theirs: object({ ...edit, json: text }, { optional: ['by', 'at'] }),
    ours: object({ json: text }),
    differences: arrayOf(ref('FieldDifference')),
  }),
  DecideRequest: object({
    key: { type: 'string', minLength: 1, maxLength: 1_000 },
    decision: ref('ObjectDecision'),
    theirs: hash,
  }),
};
