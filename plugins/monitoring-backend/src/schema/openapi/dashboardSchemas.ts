import {
  arrayOf,
  boolean,
  labels,
  integer,
  mapOf,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  texts,
} from './shapes';

const MAX_TIME = 8_640_000_000_000_000;

export const unixMilliseconds: Schema = {
  type: 'integer',
  minimum: 0,
  maximum: MAX_TIME,
};

const variableText: Schema = { type: 'string', maxLength: 1_000 };

const variableName: Schema = {
  type: 'string',
  pattern: '^[A-Za-z0-9_]{1,100}$',
};

const chosenVariables: Schema = mapOf(
  {
    oneOf: [variableText, arrayOf(variableText, { maxItems: 1_000 })],
  },
  {
    maxProperties: 100,
    propertyNames: { pattern: '^[A-Za-z0-9_]{1,100}$' },
  },
);

/** Of a panel's data, as the backend made it. */
const answerTag: Schema = { type: 'string', pattern: '^[A-Za-z0-9_-]{22}$' };

const summary = {
  uid: text,
  title: text,
  pack: text,
  source: oneOf('grafana', 'pack'),
  url: text,
  notice: text,
};
const SUMMARY_OPTIONAL = ['pack', 'url', 'notice'];

/** Dashboards and the data of their panels. */
export const dashboardSchemas: Record<string, Schema> = {
  DashboardSummary: object(summary, { optional: SUMMARY_OPTIONAL }),
  EntityDashboardsResponse: object({
    items: arrayOf(ref('DashboardSummary')),
  }),
  EntityDashboardResponse: object(
    {
      ...summary,
      dashboard: {
        type: 'object',
        description: 'Grafana dashboard JSON, v1, as stored.',
      },
      variables: mapOf({ type: ['string', 'array'], items: text }),
    },
    { optional: SUMMARY_OPTIONAL },
  ),
  DashboardVariablesRequest: object(
    {
      variables: chosenVariables,
      range: object({ from: unixMilliseconds, to: unixMilliseconds }),
      names: arrayOf(variableName, { maxItems: 100 }),
      adhoc: object(
        { name: variableName, key: variableText },
        { optional: ['key'] },
      ),
    },
    { optional: ['variables', 'names', 'adhoc'] },
  ),
  VariableChoices: object(
    {
      name: text,
      label: text,
      options: arrayOf(object({ text, value: text })),
      value: { type: ['string', 'array'], items: text },
      error: text,
    },
    { optional: ['label', 'value', 'error'] },
  ),
  DashboardVariablesResponse: object({
    items: arrayOf(ref('VariableChoices')),
  }),
  PanelCopyRequest: object({
    id: integer,
    key: { type: 'string', maxLength: 1_000 },
    variables: chosenVariables,
  }),
  PanelQueryRequest: object(
    {
      dashboard: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,40}$' },
      panels: arrayOf(
        { oneOf: [{ type: 'integer' }, ref('PanelCopyRequest')] },
        { minItems: 1, maxItems: 50, uniqueItems: true },
      ),
      variables: chosenVariables,
      range: object({ from: unixMilliseconds, to: unixMilliseconds }),
      utcOffsetSeconds: {
        type: 'integer',
        minimum: -86_400,
        maximum: 86_400,
      },
      maxDataPoints: { type: 'integer', minimum: 10, maximum: 5_000 },
      known: mapOf(answerTag, {
        maxProperties: 50,
        propertyNames: { maxLength: 1_000 },
      }),
    },
    { optional: ['variables', 'utcOffsetSeconds', 'maxDataPoints', 'known'] },
  ),
  PanelFrame: object(
    {
      refId: text,
      expression: text,
      legendFormat: text,
      format: oneOf('time_series', 'table', 'heatmap'),
      resultType: oneOf('matrix', 'vector', 'scalar', 'string', 'number'),
      stepSeconds: number,
      durationMs: number,
      cache: oneOf('hit', 'partial', 'miss', 'bypass', 'stale'),
      text,
      valueName: text,
      times: arrayOf(integer),
      series: arrayOf(
        object({
          labels,
          values: arrayOf({
            oneOf: [{ type: ['number', 'null'] }, oneOf('NaN', '+Inf', '-Inf')],
          }),
        }),
      ),
    },
    {
      optional: [
        'legendFormat',
        'format',
        'resultType',
        'stepSeconds',
        'durationMs',
        'cache',
        'text',
        'valueName',
      ],
    },
  ),
  PanelUnchanged: object(
    { panelId: integer, key: text, unchanged: answerTag },
    { optional: ['key'] },
  ),
  PanelAnswer: { oneOf: [ref('PanelQueryResult'), ref('PanelUnchanged')] },
  PanelQueryResult: object(
    {
      panelId: integer,
      key: text,
      frames: arrayOf(ref('PanelFrame')),
      error: text,
      sourceTransformations: arrayOf(
        object(
          {
            id: text,
            options: { type: 'object' },
            filter: { type: 'object' },
          },
          { optional: ['filter'] },
        ),
      ),
      warnings: texts,
      step: number,
      durationMs: number,
      staleMs: number,
      answeredAt: integer,
      tag: answerTag,
    },
    {
      optional: [
        'key',
        'error',
        'sourceTransformations',
        'warnings',
        'step',
        'durationMs',
        'staleMs',
        'answeredAt',
        'tag',
      ],
    },
  ),
  DashboardMarksRequest: object(
    {
      names: arrayOf({ type: 'string', maxLength: 500 }, { maxItems: 50 }),
      variables: chosenVariables,
      range: object({ from: unixMilliseconds, to: unixMilliseconds }),
    },
    { optional: ['names', 'variables'] },
  ),
  DashboardMark: object(
    {
      id: text,
      kind: oneOf('annotation', 'alert', 'deployment', 'provisioning'),
      name: text,
      color: text,
      from: integer,
      to: integer,
      title: text,
      text,
      tags: texts,
      filter: object({ exclude: boolean, panelIds: arrayOf(integer) }),
    },
    { optional: ['to', 'title', 'text', 'filter'] },
  ),
  DashboardMarksResponse: object({
    items: arrayOf(ref('DashboardMark')),
    problems: texts,
  }),
  AvailableDashboardsResponse: object({
    items: arrayOf(
      object(
        { ...summary, folder: text, tags: texts },
        { optional: [...SUMMARY_OPTIONAL, 'folder'] },
      ),
    ),
    isCut: boolean,
  }),
};
