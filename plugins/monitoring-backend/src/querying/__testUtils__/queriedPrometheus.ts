import { setTimeout as wait } from 'node:timers/promises';
import { PrometheusConfig } from '../../config';
import { DefaultPrometheusClient } from '../../sources';
import { SourcedInstance } from '../PrometheusInstance';
import { SharingPrometheusClient } from '../sharing';

/** A real Prometheus as querying sees it. */
export function queriedPrometheus(
  url: string,
  more: Partial<PrometheusConfig> = {},
): SourcedInstance {
  const config: PrometheusConfig = {
    id: 'default',
    type: 'prometheus',
    partialResponse: false,
    url,
    scope: [],
    auth: { method: 'none' },
    limits: {
      timeout: 10_000,
      maxSeries: 100,
      maxConcurrent: 10,
      maxResponseBytes: 50_000_000,
    },
    ...more,
  };
  const client = DefaultPrometheusClient.fromConfig(config);
  // No clock: nothing that was answered is given again.
  let time = 0;
  const now = () => {
    time += 60_000;
    return time;
  };
  return {
    config,
    client: SharingPrometheusClient.create({ client, now }),
    source: client,
  };
}

/** Asks again until the answer is as wanted, for at most 30 s. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }
    await wait(200);
  }
  return ask();
}
