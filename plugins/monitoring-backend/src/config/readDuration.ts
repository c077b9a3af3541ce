import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** Options of {@link readDuration}; durations in milliseconds. */
export interface ReadDurationOptions {
  /** Of what holds the key, for people. */
  path: string;
  default: number;
  minimum: number;
  maximum?: number;
}

/**
 * Reads a duration such as `30s` or `{ seconds: 30 }`, in milliseconds.
 *
 * @throws `InputError` when it is out of bounds
 */
export function readDuration(
  config: Config | undefined,
  key: string,
  options: ReadDurationOptions,
): number {
  if (!config?.has(key)) {
    return options.default;
  }
  const { path, minimum, maximum = Infinity } = options;
  const duration = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (!(duration >= minimum && duration <= maximum)) {
    const most =
      maximum === Infinity ? '' : ` and at most ${maximum / 1_000} s`;
    throw new InputError(
      `${path}.${key} is ${duration / 1_000} s; expected at least ${
        minimum / 1_000
      } s${most}`,
    );
  }
  return duration;
}
