import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { gatewaySecurityExpressions } from './gatewaySecurityExpressions';
import { CERTIFICATE_LEFT, SECURITY_PANELS } from './gatewaySecurityLimits';

/** Refusals per second below which nobody attacks: at night, one wrong password is a large share. */
const SURGE = 0.1;

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'gateway-security', panelId };
}

function certificateAlert(
  context: PackContext,
  rest: Pick<PackAlert, 'name' | 'threshold' | 'severity'>,
): PackAlert {
  const { certificateLeft } = gatewaySecurityExpressions(
    context.selector,
    '5m',
  );
  return {
    ...rest,
    expression: certificateLeft,
    operator: '<',
    unit: 'seconds',
    // Longer than an end stands that nobody shows any more.
    for: 1200,
    summary: `The certificate of {{ $labels.host }} ends soon`,
    description: `The TLS certificate of {{ $labels.host }} (${context.title}) ends in {{ $value | humanizeDuration }}.`,
    panel: panel(SECURITY_PANELS.certificates),
  };
}

/** Alerts on the gateway's door. */
export function gatewaySecurityAlerts(context: PackContext): PackAlert[] {
  const security = gatewaySecurityExpressions(context.selector, '5m');
  const { title, selector } = context;
  return [
    {
      name: 'AuthenticationFailureSurge',
      expression: `${security.failureShare} and ${security.failureRate} > ${SURGE}`,
      operator: '>',
      threshold: 0.25,
      unit: 'percent',
      for: 300,
      severity: 'warning',
      summary: `${title} refuses unusually many who want in`,
      description: `{{ $value | humanizePercentage }} of the authentications at ${title} were refused over the last 5 minutes.`,
      panel: panel(SECURITY_PANELS.failureShare),
    },
    {
      name: 'AuthenticationUnavailable',
      expression: security.undecidedShare,
      operator: '>',
      threshold: 0.01,
      unit: 'percent',
      for: 300,
      severity: 'critical',
      summary: `${title} cannot tell whom to let in`,
      description: `{{ $value | humanizePercentage }} of the authentications at ${title} could not be decided over the last 5 minutes.`,
      panel: panel(SECURITY_PANELS.failureShare),
    },
    certificateAlert(context, {
      name: 'CertificateExpiresSoon',
      threshold: CERTIFICATE_LEFT.warning,
      severity: 'warning',
    }),
    certificateAlert(context, {
      name: 'CertificateExpiresVerySoon',
      threshold: CERTIFICATE_LEFT.critical,
      severity: 'critical',
    }),
    metricsMissingAlert(context, {
      name: 'GatewaySecurityMetricsMissing',
      series: [`media_gateway_auth_requests_total{${selector}}`],
      blindTo: 'of the authentications',
      panel: panel(SECURITY_PANELS.attempts),
    }),
    metricsMissingAlert(context, {
      name: 'CertificateMetricsMissing',
      series: [
        `media_gateway_certificate_expiry_timestamp_seconds{${selector}}`,
        `probe_ssl_earliest_cert_expiry{${selector}}`,
      ],
      blindTo: 'of the certificates',
      panel: panel(SECURITY_PANELS.certificates),
    }),
  ];
}
