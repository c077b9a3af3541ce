import { ServiceUnavailableError } from '@backstage/errors';
import { PrometheusConfig } from '../../config';
import { CredentialsRefusedError, UpstreamAnswer } from '../http';

/** Grafana's own errors are objects with a message; those of what it asks have a status. */
function messageOf(body: string): string | undefined {
  try {
    const { message, status } = JSON.parse(body);
    return status === undefined && typeof message === 'string'
      ? message
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What Grafana itself says when it is asked for a data source (recording `datasource-proxy`).
 *
 * @param name - of the server behind the data source, for people
 * @returns `undefined` when it is an answer of that server
 */
export function explainGrafana(
  name: string,
  through: NonNullable<PrometheusConfig['grafana']>,
  { status, body }: UpstreamAnswer,
): Error | undefined {
  const datasource = `the data source '${through.datasource}' of Grafana '${through.id}'`;
  if (status === 502 && body === '') {
    return new ServiceUnavailableError(
      `${name} gives no answer to ${datasource}, or not in time; test the data source in Grafana`,
    );
  }
  if (status === 400 && body === 'Authentication to data source failed') {
    return new CredentialsRefusedError(
      `${name} refused the credentials of ${datasource}; check them in Grafana`,
    );
  }
  const message = messageOf(body);
  if (message === undefined) {
    return undefined;
  }
  switch (status) {
    case 401:
      return new CredentialsRefusedError(
        `Grafana '${through.id}', through which ${name} is asked, refused the configured credentials (401); check its auth in app-config`,
      );
    case 403:
      return new CredentialsRefusedError(
        `Grafana '${through.id}' does not let us ask for ${name} by ${datasource}; give our identity the permission datasources:query on it`,
      );
    case 404:
      return new ServiceUnavailableError(
        `${name} is asked by ${datasource}, which is not there or not for our identity; check monitoring.prometheus[].grafana.datasource`,
      );
    default:
      return undefined;
  }
}
