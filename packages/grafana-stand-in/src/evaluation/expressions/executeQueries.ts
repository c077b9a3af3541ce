import { evaluateMath } from './evaluateMath';
import { ExpressionError } from './ExpressionError';
import { meetsThreshold } from './meetsThreshold';
import { reduceSamples } from './reduceSamples';
import { Sample } from './Sample';

/** A query or an expression of a rule, as the rule holds it. */
export interface RuleQuery {
  refId: string;
  datasourceUid: string;
  model: Record<string, any>;
}

/** Asks a data source for the samples of one moment. */
export type QueryDataSource = (query: RuleQuery, at: Date) => Promise<Sample[]>;

/** Uids that mean the expressions of the server itself. */
const EXPRESSIONS = ['__expr__', '-100'];

/** Whether a data source is asked. */
export function isDataSourceQuery({ datasourceUid }: RuleQuery): boolean {
  return !EXPRESSIONS.includes(datasourceUid);
}

function evaluateExpression(
  { refId, model }: RuleQuery,
  samplesOf: (refId: string) => Sample[],
): Sample[] {
  const expression = String(model.expression ?? '');
  switch (model.type) {
    case 'math':
      return evaluateMath(expression, samplesOf);
    case 'reduce':
      return reduceSamples(samplesOf(expression), model.settings);
    case 'threshold':
      return samplesOf(expression).map(({ labels, value }) => ({
        labels,
        value: meetsThreshold(value, model.conditions[0].evaluator) ? 1 : 0,
      }));
    default:
      throw new ExpressionError(
        `[sse.parseError] failed to parse expression [${refId}]: the stand-in does not know the type '${model.type}'`,
      );
  }
}

/**
 * Runs all queries of a rule and computes its expressions.
 *
 * @returns the samples of each, by refId
 * @throws {@link ExpressionError} when one fails
 */
export async function executeQueries(
  queries: RuleQuery[],
  options: { query: QueryDataSource; at: Date },
): Promise<Map<string, Sample[]>> {
  const results = new Map<string, Sample[]>();
  await Promise.all(
    queries.filter(isDataSourceQuery).map(async query => {
      results.set(query.refId, await options.query(query, options.at));
    }),
  );
  const under: string[] = [];
  const samplesOf = (refId: string): Sample[] => {
    const known = results.get(refId);
    if (known) {
      return known;
    }
    const query = queries.find(one => one.refId === refId);
    if (!query || under.includes(refId)) {
      throw new ExpressionError(
        `[sse.dependencyError] did not execute expression [${
          under.at(-1) ?? refId
        }] due to a failure of the dependent expression or query [${refId}]`,
      );
    }
    under.push(refId);
    const samples = evaluateExpression(query, samplesOf);
    under.pop();
    results.set(refId, samples);
    return samples;
  };
  queries.forEach(({ refId }) => samplesOf(refId));
  return results;
}
