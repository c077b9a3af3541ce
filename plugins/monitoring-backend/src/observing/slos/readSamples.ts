import { PrometheusClient, PrometheusSample } from '../../sources';

/** Runs an instant query for a poll; leaves out NaN and infinite values, which say nothing of a count. */
export async function readSamples(
  client: PrometheusClient,
  query: string,
  options: { /** Unix seconds. */ time: number; signal?: AbortSignal },
): Promise<PrometheusSample[]> {
  const { samples } = await client.query(
    { query, time: options.time },
    { signal: options.signal, priority: 'background' },
  );
  return samples.filter(({ value }) => Number.isFinite(value));
}
