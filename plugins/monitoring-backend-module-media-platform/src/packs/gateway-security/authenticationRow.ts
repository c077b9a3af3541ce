import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';
import {
  AUTHENTICATION_FAILURES,
  SECURITY_PANELS,
} from './gatewaySecurityLimits';

/** Who asks to be let in, how many are not, and how long it takes. */
export function authenticationRow(
  security: ReturnType<typeof gatewaySecurityExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'Authentication',
    panels: [
      timeSeriesPanel({
        id: SECURITY_PANELS.attempts,
        title: 'Authentications',
        description:
          'Authentications per second by how they ended, stacked. “error” is not the client’s fault: they could not be decided.',
        unit: 'ops',
        stacked: true,
        queries: [
          { expression: security.attemptsByResult, legend: '{{result}}' },
        ],
      }),
      timeSeriesPanel({
        id: SECURITY_PANELS.failureShare,
        title: 'Failing authentications',
        description:
          'Share of authentications that were refused. Over 25 % for 5 minutes warns; undecided ones over 1 % page.',
        unit: 'percentunit',
        queries: [
          { expression: security.failureShare, legend: 'Refused' },
          { expression: security.undecidedShare, legend: 'Undecided' },
        ],
        thresholds: AUTHENTICATION_FAILURES,
      }),
      timeSeriesPanel({
        id: 18,
        title: 'Authentication time',
        description:
          'How long authentications take: half and 95 % of them are faster.',
        unit: 's',
        queries: [0.5, 0.95].map(quantile => ({
          expression: security.authenticationDuration(quantile),
          legend: `p${quantile * 100}`,
        })),
      }),
    ],
  };
}
