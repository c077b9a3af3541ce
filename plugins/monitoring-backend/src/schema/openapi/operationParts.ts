import { arrayOf, ref, Schema } from './shapes';

export const ENTITY_PATH = '/v1/entities/{kind}/{namespace}/{name}';

/** Names as the catalog has them; nothing that could climb out of a path. */
const NAME = '^[A-Za-z0-9]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9])?$';

export function inPath(name: string, pattern: string): Schema {
  return {
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern },
  };
}

export function inQuery(
  name: string,
  schema: Schema,
  description?: string,
): Schema {
  return { name, in: 'query', schema, ...(description && { description }) };
}

/** The entity that a path names. */
export const entity = ['kind', 'namespace', 'name'].map(name =>
  inPath(name, NAME),
);

/** The environment of the entity that is meant. */
export const environment = inQuery(
  'environment',
  { type: 'string', pattern: '^[a-z0-9-]{1,32}$' },
  "Name of one of the entity's environments; default: the first, and for SLOs and alerts all",
);

/** Any of these entities. */
export const refs = arrayOf(
  { type: 'string', maxLength: 300 },
  { maxItems: 50 },
);

/** Of a list: where its next page begins. */
export const cursor = inQuery('cursor', { type: 'string', maxLength: 500 });

export function limit(maximum: number): Schema {
  return inQuery('limit', { type: 'integer', minimum: 1, maximum });
}

const failure: Schema = {
  description: 'An error, for people',
  content: { 'application/json': { schema: ref('Error') } },
};

/** What an operation answers when all is well. */
export interface Success {
  /** Of the body; without one, there is none. */
  schema?: string;
  /** 200 unless it is said; 202: it goes on after the answer. */
  status?: '200' | '202' | '204';
  contentType?: string;
}

const DESCRIPTIONS = { '200': 'OK', '202': 'Begun', '204': 'Done' };

export function answers(success: Success): Schema {
  const { schema, contentType = 'application/json' } = success;
  const status = success.status ?? (schema ? '200' : '204');
  return {
    [status]: {
      description: DESCRIPTIONS[status],
      ...(schema && { content: { [contentType]: { schema: ref(schema) } } }),
    },
    default: failure,
  };
}

/** One operation, without its method. */
export function operation(options: {
  id: string;
  summary: string;
  parameters: Schema[];
  /** Schema of the request's body. */
  body?: string;
  success: Success;
}): Schema {
  const { id, summary, parameters, body, success } = options;
  return {
    operationId: id,
    summary,
    parameters,
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: ref(body) } },
      },
    }),
    responses: answers(success),
  };
}

export function get(
  operationId: string,
  summary: string,
  schema: string,
  parameters: Schema[],
): Schema {
  return {
    get: operation({
      id: operationId,
      summary,
      parameters,
      success: { schema },
    }),
  };
}
