import {
  cursor,
  entity,
  ENTITY_PATH,
  get,
  inPath,
  inQuery,
  limit,
  operation,
} from './operationParts';
import { arrayOf, boolean, ref, Schema } from './shapes';

const run = inPath('id', '^[A-Za-z0-9_-]{1,100}$');

const objectKey = {
  ...inQuery('key', { type: 'string', minLength: 1, maxLength: 1_000 }),
  required: true,
};

const begun = { schema: 'StartRunResponse', status: '202' } as const;

const done = {};

/** The operations of provisioning over all entities. */
const allEntities: Record<string, Schema> = {
  '/v1/provisioning': get(
    'getProvisioning',
    'How provisioning stands: what runs, what waits for a person, the targets',
    'ProvisioningOverviewResponse',
    [],
  ),
  '/v1/provisioning/runs': {
    ...get(
      'listProvisioningRuns',
      'Runs, newest first',
      'ProvisioningRunListResponse',
      [
        inQuery(
          'eventful',
          boolean,
          'Only those that wrote, failed or wait; most do nothing',
        ),
        limit(100),
        cursor,
      ],
    ),
    post: operation({
      id: 'startProvisioningRun',
      summary: 'Start a run over all entities; it may wait for another one',
      parameters: [],
      success: begun,
    }),
  },
  '/v1/provisioning/runs/{id}': get(
    'getProvisioningRun',
    'One run: its progress, counts and errors',
    'ProvisioningRun',
    [run],
  ),
  '/v1/provisioning/runs/{id}/steps': get(
    'listProvisioningSteps',
    'What a run did, kept or failed to do, failed steps first',
    'ProvisioningStepListResponse',
    [
      run,
      inQuery('outcome', arrayOf(ref('StepOutcome'))),
      inQuery('kind', arrayOf(ref('ManagedObjectKind'))),
      inQuery(
        'entityRef',
        { type: 'string', maxLength: 300 },
        'A canonical entity ref',
      ),
      limit(200),
      cursor,
    ],
  ),
  '/v1/provisioning/shared': get(
    'listSharedObjects',
    'What belongs to no entity: folders, shared SLO rules and the like',
    'SharedObjectListResponse',
    [],
  ),
  '/v1/provisioning/shared/comparison': get(
    'compareSharedObject',
    'Both sides of one shared object in full; takes the permission to manage',
    'ObjectComparisonResponse',
    [objectKey],
  ),
  '/v1/provisioning/shared/decisions': {
    post: operation({
      id: 'decideSharedObject',
      summary:
        'Decide about one shared object, and start a run over all entities',
      parameters: [],
      body: 'DecideRequest',
      success: begun,
    }),
  },
  '/v1/provisioning/runs/{id}/stop': {
    post: operation({
      id: 'stopProvisioningRun',
      summary: 'Stop a run, on whichever replica; the next one goes on',
      parameters: [run],
      success: done,
    }),
  },
  '/v1/provisioning/brake': {
    post: operation({
      id: 'answerBrake',
      summary: 'Confirm or refuse deletions that wait for a person',
      parameters: [],
      body: 'AnswerBrakeRequest',
      success: done,
    }),
  },
  '/v1/provisioning/pause': {
    put: operation({
      id: 'pauseProvisioning',
      summary: 'Pause provisioning: nothing is written or deleted',
      parameters: [],
      body: 'PauseRequest',
      success: done,
    }),
    delete: operation({
      id: 'resumeProvisioning',
      summary: 'End the pause of provisioning',
      parameters: [],
      success: done,
    }),
  },
};

const PATH = `${ENTITY_PATH}/provisioning`;

/** The operations of provisioning, over all entities and of one. */
export const provisioningOperations: Record<string, Schema> = {
  ...allEntities,
  [PATH]: get(
    'getEntityProvisioning',
    'What is provisioned for the entity, and what a person can decide about it',
    'EntityProvisioningResponse',
    entity,
  ),
  [`${PATH}/plan`]: get(
    'planEntity',
    'What applying would do for the entity now; nothing is written',
    'EntityPlanResponse',
    entity,
  ),
  [`${PATH}/comparison`]: get(
    'compareObject',
    'Both sides of one object in full: what stands there, what would be written',
    'ObjectComparisonResponse',
    [...entity, objectKey],
  ),
  [`${PATH}/apply`]: {
    post: operation({
      id: 'applyEntity',
      summary: 'Start a run of the entity alone',
      parameters: entity,
      success: begun,
    }),
  },
  [`${PATH}/decisions`]: {
    post: operation({
      id: 'decideObject',
      summary: 'Decide about one object, and start a run of the entity',
      parameters: entity,
      body: 'DecideRequest',
      success: begun,
    }),
  },
  [`${PATH}/pause`]: {
    put: operation({
      id: 'pauseEntity',
      summary: "Pause the entity's provisioning: nothing of it is written",
      parameters: entity,
      body: 'PauseRequest',
      success: done,
    }),
    delete: operation({
      id: 'resumeEntity',
      summary: "End the pause of the entity's provisioning",
      parameters: entity,
      success: done,
    }),
  },
};
