import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** Reads a duration such as `30s` or `{ seconds: 30 }`, in milliseconds. */
export function readDuration(
  config: Config | undefined,
  key: string,
  defaultMilliseconds: number,
): number {
  if (!config?.has(key)) {
    return defaultMilliseconds;
  }
  return durationToMilliseconds(readDurationFromConfig(config, { key }));
}
