import {
  barGaugePanel,
  buildPackDashboard,
  PackContext,
  PackDashboard,
  tablePanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { authenticationRow } from './authenticationRow';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';
import { CERTIFICATE_LEFT, SECURITY_PANELS } from './gatewaySecurityLimits';
import { gatewaySecurityNumbers } from './gatewaySecurityNumbers';
import { refusedRow } from './refusedRow';
import { turnedAwayRow } from './turnedAwayRow';

/** “Gateway Security”: who is not let in, why, and until when the certificates last. */
export function gatewaySecurityDashboard(context: PackContext): PackDashboard {
  const security = gatewaySecurityExpressions(
    context.selector,
    '$__rate_interval',
  );
  const title = `${context.title} · Gateway Security`;
  const model = buildPackDashboard({
    title,
    description: `Who ${context.title} does not let in, and why; its certificates`,
    tags: ['gateway-security'],
    stats: gatewaySecurityNumbers(security),
    rows: [
      authenticationRow(security),
      refusedRow(security),
      turnedAwayRow(security),
      {
        title: 'Clients and certificates',
        panels: [
          tablePanel({
            id: 16,
            title: 'Top offending clients',
            description:
              'The ten clients that were turned away most in the last hour. A client is the id of a registered application and the network that it comes from: addresses and users of people are not in the metric, and must not be.',
            unit: 'short',
            columns: { client_id: 'Client', network: 'Network' },
            sortBy: 'Last hour',
            queries: [
              { expression: security.worstClients, legend: 'Last hour' },
              {
                expression: security.worstClientsNow,
                legend: 'Last 5 minutes',
              },
            ],
            decimals: 0,
          }),
          barGaugePanel({
            id: SECURITY_PANELS.certificates,
            title: 'Certificates end in',
            description:
              'Time until the TLS certificate of a host ends. Under 14 days warns, under 3 days pages.',
            unit: 's',
            decimals: 0,
            queries: [
              { expression: security.certificateLeft, legend: '{{host}}' },
            ],
            thresholds: CERTIFICATE_LEFT,
          }),
        ],
      },
    ],
  });
  return { id: 'gateway-security', title, model };
}
