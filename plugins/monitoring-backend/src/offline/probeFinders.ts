import { LoggerService } from '@backstage/backend-plugin-api';
import { DefaultMetricDiscovery } from '../discovery';
import { ProbeFinder } from '../packs';
import { PrometheusClient } from '../sources';

/**
 * Takes every pack to find what it prefers: enough to check annotations, not to write rules.
 *
 * @public
 */
export const preferredProbes: ProbeFinder = {
  find: async (_spec, packs) =>
    new Map(
      packs.map(({ id, probes = [] }) => [id, probes.map(probe => probe.id)]),
    ),
};

/**
 * Looks at nothing: a pack that has to know the metrics says that it does not.
 *
 * @public
 */
export const noProbes: ProbeFinder = { find: async () => undefined };

/** Passes on what goes wrong, and keeps the rest to itself. */
function warningLogger(warn: (message: string) => void): LoggerService {
  const pass = (message: string | Error) =>
    warn(message instanceof Error ? message.message : message);
  const logger: LoggerService = {
    error: pass,
    warn: pass,
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return logger;
}

/**
 * Asks these servers which metrics entities have.
 *
 * @param warn - told what could not be asked
 * @public
 */
export function askForProbes(
  prometheus: PrometheusClient[],
  warn: (message: string) => void,
): ProbeFinder {
  return DefaultMetricDiscovery.create({
    prometheus,
    logger: warningLogger(warn),
  });
}
