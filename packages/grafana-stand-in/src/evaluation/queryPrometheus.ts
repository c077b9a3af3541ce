import { request } from 'undici';
import { DataSource } from '../state/GrafanaState';
import { ExpressionError } from './expressions/ExpressionError';
import { QueryDataSource, RuleQuery } from './expressions/executeQueries';
import { Sample } from './expressions/Sample';

const TIMEOUT = 30_000;

interface PrometheusAnswer {
  status: 'success' | 'error';
  errorType?: string;
  error?: string;
  data: {
    resultType: 'vector' | 'scalar' | 'matrix' | 'string';
    result: any;
  };
}

function number(text: string): number {
  if (text.endsWith('Inf')) {
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  return Number(text);
}

function read({ data: { resultType, result } }: PrometheusAnswer): Sample[] {
  switch (resultType) {
    case 'vector':
      return result.map((series: any) => ({
        labels: series.metric,
        value: number(series.value[1]),
      }));
    case 'scalar':
      return [{ labels: {}, value: number(result[1]) }];
    default:
      throw new Error(`no number can be read from a ${resultType}`);
  }
}

function refusal(url: string, error: NodeJS.ErrnoException): string {
  const reason =
    error.code === 'ECONNREFUSED'
      ? 'connect: connection refused'
      : error.message;
  return `Post "${url}": dial tcp ${new URL(url).host}: ${reason}`;
}

async function ask(
  source: DataSource,
  { model }: RuleQuery,
  at: Date,
): Promise<Sample[]> {
  const url = `${source.url}/api/v1/query`;
  let answer: PrometheusAnswer;
  try {
    const { body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        query: String(model.expr),
        time: String(at.getTime() / 1_000),
      }).toString(),
      headersTimeout: TIMEOUT,
      bodyTimeout: TIMEOUT,
    });
    answer = (await body.json()) as PrometheusAnswer;
  } catch (error) {
    throw new Error(refusal(url, error as NodeJS.ErrnoException));
  }
  if (answer.status !== 'success') {
    throw new Error(`${answer.errorType}: ${answer.error}`);
  }
  return read(answer);
}

/** Instant queries to the Prometheus behind a data source, at the moment of the evaluation. */
export function queryPrometheus(dataSources: DataSource[]): QueryDataSource {
  return async (query, at) => {
    const { refId, datasourceUid } = query;
    const source = dataSources.find(({ uid }) => uid === datasourceUid);
    if (!source) {
      throw new ExpressionError(
        `failed to build query '${refId}': data source not found`,
      );
    }
    try {
      return await ask(source, query, at);
    } catch (error) {
      throw new ExpressionError(
        `[sse.dataQueryError] failed to execute query [${refId}]: ${
          (error as Error).message
        }`,
        { refId, datasourceUid },
      );
    }
  };
}
