import {
  arrayOf,
  boolean,
  integer,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  texts,
} from './shapes';

/** One SLO: what is measured, how, and where to go from it. */
export const sloDetailSchemas: Record<string, Schema> = {
  Sli: {
    oneOf: [
      object({ type: oneOf('ratio'), total: text, bad: text }),
      object({ type: oneOf('ratio'), total: text, good: text }),
      object(
        {
          type: oneOf('latency'),
          histogram: text,
          native: boolean,
          unitSeconds: number,
          matchers: text,
          thresholdSeconds: number,
        },
        { optional: ['native', 'unitSeconds', 'matchers'] },
      ),
      object({ type: oneOf('uptime'), gauge: text }),
      object({ type: oneOf('raw'), errorRatio: text }),
      object({
        type: oneOf('threshold'),
        query: text,
        operator: oneOf('<', '<=', '>', '>='),
        value: number,
      }),
    ],
  },
  SloDefinition: object(
    {
      name: text,
      title: text,
      sliName: text,
      service: text,
      source: oneOf('openslo', 'sloth', 'pyrra'),
      sli: ref('Sli'),
      objective: text,
      window: ref('SloWindow'),
    },
    // Of what else a document can say, no screen depends on the form.
    { additionalProperties: true },
  ),
  SloQuery: object(
    {
      title: text,
      expression: text,
      figure: oneOf('sli', 'budget', 'bad', 'total', 'burn-rate'),
      window: integer,
    },
    { optional: ['figure', 'window'] },
  ),
  SloDetailResponse: object(
    {
      status: ref('SloStatus'),
      sli: ref('Sli'),
      budgetingMethod: oneOf('Occurrences', 'Timeslices', 'RatioTimeslices'),
      timeSlice: object(
        { seconds: integer, target: text },
        { optional: ['target'] },
      ),
      alerting: object({
        enabled: boolean,
        catalogue: text,
        minimumEvents: number,
        channels: texts,
      }),
      queries: arrayOf(ref('SloQuery')),
      prometheus: text,
      warnings: arrayOf(ref('AnnotationProblem')),
      openSlo: text,
      runbookUrl: text,
      dashboardUrl: text,
      editUrl: text,
      health: arrayOf(ref('SourceHealth')),
    },
    {
      optional: [
        'timeSlice',
        'prometheus',
        'runbookUrl',
        'dashboardUrl',
        'editUrl',
      ],
    },
  ),
  OpenSlo: { type: 'string', description: 'An OpenSLO v1 document in YAML' },
};
