import { stringify } from 'yaml';

/** A document as an object; parts are replaced whole. */
export type Fields = Record<string, unknown>;

/** `metricSource` with a query. */
export function aMetric(query: unknown, more: Fields = {}): Fields {
  return { metricSource: { type: 'Prometheus', spec: { query }, ...more } };
}

/** An indicator that counts requests. */
export function anIndicator(ratioMetric: Fields = {}): Fields {
  return {
    metadata: { name: 'requests' },
    spec: {
      ratioMetric: {
        counter: true,
        bad: aMetric('sum(increase(requests_total{code="500"}[$window]))'),
        total: aMetric('sum(increase(requests_total[$window]))'),
        ...ratioMetric,
      },
    },
  };
}

/** An OpenSLO `SLO` that has no fault. */
export function anSlo(spec: Fields = {}, metadata: Fields = {}): Fields {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'uploads', ...metadata },
    spec: {
      service: 'ingestor',
      indicator: anIndicator(),
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: 0.999 }],
      ...spec,
    },
  };
}

/** An OpenSLO object of another kind. */
export function anObject(kind: string, name: string, spec: unknown): Fields {
  return { apiVersion: 'openslo/v1', kind, metadata: { name }, spec };
}

/** An alert policy with its condition inside. */
export function aPolicy(
  condition: Fields = {},
  { severity = 'page', annotations = {}, ...spec }: Fields = {},
): Fields {
  return {
    kind: 'AlertPolicy',
    metadata: { name: 'fast-burn', annotations },
    spec: {
      alertWhenBreaching: true,
      conditions: [
        {
          kind: 'AlertCondition',
          metadata: { name: 'fast-burn' },
          spec: {
            severity,
            condition: {
              kind: 'burnrate',
              op: 'gt',
              threshold: 14.4,
              lookbackWindow: '1h',
              ...condition,
            },
          },
        },
      ],
      ...spec,
    },
  };
}

/** The text of some documents. */
export function aText(...documents: unknown[]): string {
  return documents
    .map(document => stringify(document, { aliasDuplicateObjects: false }))
    .join('---\n');
}
