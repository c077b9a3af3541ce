import { MetricProbe } from '../../packs';
import { HttpDialect } from './HttpDialect';
import { httpDialects } from './httpDialects';

function probesOf(dialect: HttpDialect): MetricProbe[] {
  const { id, title, count, tells, duration, inFlight } = dialect;
  const probes: MetricProbe[] = [{ id, title, metric: count, matchers: tells }];
  if (duration?.optional) {
    probes.push({
      id: bucketsProbe(dialect),
      title: `${title}, buckets`,
      metric: `${duration.metric}_bucket`,
      matchers: tells,
    });
  }
  if (inFlight?.optional) {
    probes.push({
      id: inFlightProbe(dialect),
      title: `${title}, in flight`,
      metric: inFlight.metric,
      ...(inFlight.matchers ? { matchers: inFlight.matchers } : {}),
    });
  }
  return probes;
}

/** Id of the probe for buckets that not all who speak a dialect have. */
export function bucketsProbe({ id }: HttpDialect): string {
  return `${id}-buckets`;
}

/** Id of the probe for requests in flight that not all who speak a dialect have. */
export function inFlightProbe({ id }: HttpDialect): string {
  return `${id}-in-flight`;
}

/**
 * What a pack looks for that reads HTTP metrics: each dialect, and what is optional in it.
 *
 * @public
 */
export const httpProbes: readonly MetricProbe[] =
  httpDialects.flatMap(probesOf);
