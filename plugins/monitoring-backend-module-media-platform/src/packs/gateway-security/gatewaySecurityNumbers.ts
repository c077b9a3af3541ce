import {
  PackDashboardOptions,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';
import {
  AUTHENTICATION_FAILURES,
  CERTIFICATE_LEFT,
} from './gatewaySecurityLimits';

/** The first row: is somebody at the door, and does the door work? */
export function gatewaySecurityNumbers(
  security: ReturnType<typeof gatewaySecurityExpressions>,
): PackDashboardOptions['stats'] {
  return [
    statPanel({
      id: 1,
      title: 'Failing authentications',
      description: 'Share of authentications that were refused.',
      unit: 'percentunit',
      decimals: 1,
      queries: [{ expression: security.failureShare, legend: 'Failing' }],
      thresholds: AUTHENTICATION_FAILURES,
    }),
    statPanel({
      id: 2,
      title: 'Undecided',
      description:
        'Share of authentications that could not be decided, because the identity provider gave no answer.',
      unit: 'percentunit',
      decimals: 2,
      queries: [{ expression: security.undecidedShare, legend: 'Undecided' }],
      thresholds: { warning: 0.001, critical: 0.01 },
    }),
    statPanel({
      id: 3,
      title: 'Token errors',
      description: 'Tokens per second that were not accepted.',
      unit: 'ops',
      queries: [{ expression: security.tokenErrors, legend: 'Token errors' }],
    }),
    statPanel({
      id: 4,
      title: 'Rate-limited',
      description: 'Requests per second answered with 429.',
      unit: 'reqps',
      queries: [{ expression: security.limited, legend: 'Rate-limited' }],
    }),
    statPanel({
      id: 5,
      title: 'Blocked',
      description: 'Requests per second refused before they reach a service.',
      unit: 'reqps',
      queries: [{ expression: security.blocked, legend: 'Blocked' }],
    }),
    statPanel({
      id: 6,
      title: 'Next certificate ends in',
      description: 'Time until the first of the TLS certificates ends.',
      unit: 's',
      decimals: 0,
      queries: [{ expression: security.shortestCertificate, legend: 'Left' }],
      thresholds: CERTIFICATE_LEFT,
    }),
  ];
}
