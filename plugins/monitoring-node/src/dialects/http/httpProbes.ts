import { MetricProbe } from '../../packs';
import { dialectProbes } from '../dialectProbes';
import { HttpDialect } from './HttpDialect';
import { httpDialects } from './httpDialects';

function probesOf(dialect: HttpDialect): MetricProbe[] {
  const { title, inFlight } = dialect;
  return [
    ...dialectProbes(dialect),
    ...(inFlight?.optional
      ? [
          {
            id: inFlightProbe(dialect),
            title: `${title}, in flight`,
            metric: inFlight.metric,
            ...(inFlight.matchers ? { matchers: inFlight.matchers } : {}),
          },
        ]
      : []),
  ];
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
