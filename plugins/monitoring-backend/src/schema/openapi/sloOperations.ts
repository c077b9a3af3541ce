import {
  cursor,
  entity,
  environment,
  ENTITY_PATH,
  get,
  inPath,
  inQuery,
  limit,
  operation,
  refs,
} from './operationParts';
import { arrayOf, oneOf, ref, Schema, text } from './shapes';

const milliseconds = {
  type: 'integer',
  minimum: 0,
  maximum: 8_640_000_000_000_000,
};

const sloId = inPath('id', '^[a-z0-9-]{1,63}$');

/** Which SLOs are meant; by several filters, those that match all. */
const filters = [
  inQuery('state', arrayOf(ref('SloState'))),
  inQuery('owner', refs, 'Canonical entity refs'),
  inQuery('system', refs, 'Canonical entity refs'),
  inQuery('domain', refs, 'Canonical entity refs'),
  inQuery('search', { ...text, maxLength: 200 }),
];

/** Operations about SLOs. */
export const sloOperations: Record<string, Schema> = {
  '/v1/slos': get(
    'listSlos',
    'How all SLOs stand that the caller may see, from the latest snapshot',
    'SloListResponse',
    [
      ...filters,
      inQuery(
        'sort',
        oneOf('urgency', 'budget', 'burn', 'gone', 'sli', 'name', 'owner'),
      ),
      inQuery(
        'order',
        oneOf('asc', 'desc'),
        'Default: as the sort itself goes, `burn` down and all others up',
      ),
      limit(500),
      cursor,
    ],
  ),
  '/v1/slos/rollups': get(
    'getSloRollups',
    'The SLOs that the caller may see, by system, domain or owner, worst first',
    'SloRollupResponse',
    [
      {
        ...inQuery('by', oneOf('system', 'domain', 'owner')),
        required: true,
      },
      ...filters,
    ],
  ),
  '/v1/slos/trends': get(
    'getSloTrends',
    'Budget left of some SLOs over their windows, in about 30 points each',
    'SloTrendsResponse',
    [
      {
        ...inQuery(
          'slo',
          arrayOf(
            { type: 'string', maxLength: 400 },
            { minItems: 1, maxItems: 100 },
          ),
          "An entity's ref and an SLO's id, `component:default/ingestor|availability`",
        ),
        required: true,
      },
    ],
  ),
  [`${ENTITY_PATH}/slos`]: get(
    'listEntitySlos',
    "How the entity's SLOs stand, from the latest snapshot",
    'EntitySlosResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/slos/{id}`]: get(
    'getSlo',
    'One SLO: how it stands, its definition, its exact queries, links',
    'SloDetailResponse',
    [...entity, sloId],
  ),
  [`${ENTITY_PATH}/slos/{id}/openslo`]: {
    get: operation({
      id: 'getOpenSlo',
      summary: 'The SLO as an OpenSLO v1 document, to be saved as a file',
      parameters: [...entity, sloId],
      success: { schema: 'OpenSlo', contentType: 'application/yaml' },
    }),
  },
  [`${ENTITY_PATH}/slos/{id}/history`]: get(
    'getSloHistory',
    'Budget, burn rate and SLI of one SLO over time',
    'SloHistory',
    [
      ...entity,
      sloId,
      inQuery(
        'from',
        milliseconds,
        'Unix milliseconds; default: one SLO window before `to`',
      ),
      inQuery('to', milliseconds, 'Unix milliseconds; default: now'),
      inQuery(
        'step',
        { type: 'integer', minimum: 1, maximum: 31_536_000 },
        'In seconds',
      ),
    ],
  ),
};
