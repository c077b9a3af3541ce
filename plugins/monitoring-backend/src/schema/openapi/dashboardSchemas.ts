import {
  arrayOf,
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

const unixMilliseconds: Schema = {
  type: 'integer',
  minimum: 0,
  maximum: MAX_TIME,
};

const variableText: Schema = { type: 'string', maxLength: 1_000 };

const chosenVariables: Schema = mapOf(
  {
    oneOf: [variableText, arrayOf(variableText, { maxItems: 200 })],
  },
  {
    maxProperties: 100,
    propertyNames: { pattern: '^[A-Za-z0-9_]{1,100}$' },
  },
);

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
    },
    { optional: ['variables'] },
  ),
  VariableChoices: object(
    {
      name: text,
      label: text,
      options: arrayOf(object({ text, value: text })),
      error: text,
    },
    { optional: ['label', 'error'] },
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
      maxDataPoints: { type: 'integer', minimum: 10, maximum: 5_000 },
    },
    { optional: ['variables', 'maxDataPoints'] },
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
      ],
    },
  ),
  PanelQueryResult: object(
    {
      panelId: integer,
      key: text,
      frames: arrayOf(ref('PanelFrame')),
      error: text,
      warnings: texts,
      step: number,
      durationMs: number,
    },
    { optional: ['key', 'error', 'warnings', 'step', 'durationMs'] },
  ),
};
