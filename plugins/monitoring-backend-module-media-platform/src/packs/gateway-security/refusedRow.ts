import {
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';

/** Why those who are refused are refused. */
export function refusedRow(
  security: ReturnType<typeof gatewaySecurityExpressions>,
): PackDashboardOptions['rows'][number] {
  return {
    title: 'Refused',
    panels: [
      timeSeriesPanel({
        id: 12,
        title: 'Refused by reason',
        description:
          'Authentications per second that were refused, by reason. Bad credentials from few clients: somebody guesses.',
        unit: 'ops',
        queries: [
          { expression: security.failuresByReason, legend: '{{reason}}' },
        ],
      }),
      timeSeriesPanel({
        id: 13,
        title: 'Token errors',
        description:
          'Tokens per second that were not accepted, by what was wrong with them. Many expired ones: clients do not renew theirs. Bad signatures: a key was changed, or somebody tries.',
        unit: 'ops',
        queries: [
          { expression: security.tokenErrorsByKind, legend: '{{error}}' },
        ],
      }),
    ],
  };
}
