import { ExpressionError } from './expressions/ExpressionError';
import {
  executeQueries,
  isDataSourceQuery,
  QueryDataSource,
  RuleQuery,
} from './expressions/executeQueries';
import { Sample } from './expressions/Sample';

/** What a rule says of one series. */
export interface Judged {
  /** Of the series. */
  labels: Record<string, string>;
  state: 'Normal' | 'Alerting';
  /** By refId. */
  values: Record<string, number>;
}

/** What one evaluation of a rule finds, before what was found earlier is looked at. */
export type Verdict =
  | { kind: 'series'; series: Judged[] }
  | { kind: 'noData'; refId: string; datasourceUid: string }
  | {
      kind: 'error';
      message: string;
      query?: { refId: string; datasourceUid: string };
    };

function isPartOf(
  part: Record<string, string>,
  whole: Record<string, string>,
): boolean {
  return Object.entries(part).every(([label, value]) => whole[label] === value);
}

/** The number of each query and expression for the series of these labels. */
function valuesOf(
  labels: Record<string, string>,
  results: Map<string, Sample[]>,
): Record<string, number> {
  return Object.fromEntries(
    [...results]
      .map(([refId, samples]) => [
        refId,
        samples.find(sample => isPartOf(sample.labels, labels))?.value,
      ])
      .filter(([, value]) => value !== undefined),
  );
}

/**
 * Runs a rule's queries once. Any number of the condition but 0 alerts, so NaN does too.
 *
 * @param body - the rule, in the form of the provisioning API
 */
export async function judgeRule(
  body: Record<string, any>,
  options: { query: QueryDataSource; at: Date },
): Promise<Verdict> {
  const queries: RuleQuery[] = body.data ?? [];
  try {
    const results = await executeQueries(queries, options);
    const condition = results.get(body.condition);
    if (!condition) {
      throw new ExpressionError(
        `condition ${
          body.condition
        } does not exist, must be one of [${queries.map(
          ({ refId }) => refId,
        )}]`,
      );
    }
    if (condition.length === 0) {
      const [first] = queries.filter(isDataSourceQuery);
      return {
        kind: 'noData',
        refId: first?.refId ?? '',
        datasourceUid: first?.datasourceUid ?? '',
      };
    }
    return {
      kind: 'series',
      series: condition.map(({ labels, value }) => ({
        labels,
        state: value === 0 ? 'Normal' : 'Alerting',
        values: valuesOf(labels, results),
      })),
    };
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { kind: 'error', message: error.message, query: error.query };
    }
    throw error;
  }
}
