import { contextOf } from '../../testUtils/contextOf';
import { itFires } from '../../testUtils/itFires';
import { gatewaySecurityPack } from './gatewaySecurityPack';

const context = contextOf('gateway');
const DAY = 86_400;
const attempts = (result: string) =>
  `media_gateway_auth_requests_total{service="gateway", instance="a", result="${result}"}`;
const certificate =
  'media_gateway_certificate_expiry_timestamp_seconds{service="gateway", instance="a", host="media.example.com"}';
const otherReplica =
  'media_gateway_certificate_expiry_timestamp_seconds{service="gateway", instance="b", host="media.example.com"}';
const probe =
  'probe_ssl_earliest_cert_expiry{service="gateway", instance="https://media.example.com"}';
/** promtool's time begins at 0: what ends then has so much left at minute 20. */
const endsAfter = (seconds: number) => seconds + 20 * 60;

itFires(gatewaySecurityPack, context, [
  [
    'AuthenticationFailureSurge',
    'when a third is refused, after 5 minutes',
    { [attempts('success')]: '0+60x60', [attempts('failure')]: '0+30x60' },
    '7–60',
  ],
  [
    'AuthenticationFailureSurge',
    'not when a fifth is',
    { [attempts('success')]: '0+80x60', [attempts('failure')]: '0+20x60' },
    'never',
  ],
  [
    'AuthenticationFailureSurge',
    'not at night, when two of two are refused in a minute',
    { [attempts('success')]: '0x60', [attempts('failure')]: '0+2x60' },
    'never',
  ],
  [
    'AuthenticationFailureSurge',
    'on, when the gateway restarts',
    {
      [attempts('success')]: '0+60x30 0+60x29',
      [attempts('failure')]: '0+30x30 0+30x29',
    },
    '7–60',
  ],
  [
    'AuthenticationFailureSurge',
    'on, when 3 scrapes are missed',
    {
      [attempts('success')]: '0+60x30 _x3 2040+60x26',
      [attempts('failure')]: '0+30x30 _x3 1020+30x26',
    },
    '7–60',
  ],
  [
    'AuthenticationFailureSurge',
    'no longer, when its series are gone',
    { [attempts('success')]: '0+60x30', [attempts('failure')]: '0+30x30' },
    '7–34',
  ],
  [
    'AuthenticationUnavailable',
    'when 2 % are undecided',
    { [attempts('success')]: '0+98x60', [attempts('error')]: '0+2x60' },
    '6–60',
  ],
  [
    'AuthenticationUnavailable',
    'when the first error ever is followed by more',
    { [attempts('success')]: '0+98x60', [attempts('error')]: '_x20 0+2x40' },
    '28–60',
  ],
  [
    'AuthenticationUnavailable',
    'not at 0.5 %',
    { [attempts('success')]: '0+199x60', [attempts('error')]: '0+1x60' },
    'never',
  ],
  [
    'AuthenticationUnavailable',
    'not when many are refused',
    { [attempts('success')]: '0+1x60', [attempts('failure')]: '0+99x60' },
    'never',
  ],
  [
    'AuthenticationUnavailable',
    'not when nobody comes',
    { [attempts('success')]: '9x60' },
    'never',
  ],

  [
    'AuthenticationUnavailable',
    'on, when the gateway restarts',
    {
      [attempts('success')]: '0+90x30 0+90x29',
      [attempts('error')]: '0+10x30 0+10x29',
    },
    '6–60',
  ],
  [
    'AuthenticationUnavailable',
    'on, when 3 scrapes are missed',
    {
      [attempts('success')]: '0+90x30 _x3 3060+90x26',
      [attempts('error')]: '0+10x30 _x3 340+10x26',
    },
    '6–60',
  ],
  [
    'AuthenticationUnavailable',
    'no longer, when its series are gone',
    { [attempts('success')]: '0+90x30', [attempts('error')]: '0+10x30' },
    '6–34',
  ],
  [
    'CertificateExpiresSoon',
    'from 14 days before the end',
    { [certificate]: `${endsAfter(14 * DAY)}x60` },
    '41–60',
  ],
  [
    'CertificateExpiresSoon',
    'for what the blackbox exporter probes',
    { [probe]: `${endsAfter(14 * DAY)}x60` },
    '41–60',
  ],
  [
    'CertificateExpiresSoon',
    'on, when the certificate has ended',
    { [certificate]: '600x60' },
    '20–60',
  ],
  [
    'CertificateExpiresSoon',
    'on, when probes fail for a quarter of an hour',
    { [probe]: `${DAY}x20 stale _x13 ${DAY}x26` },
    '20–60',
  ],
  [
    'CertificateExpiresSoon',
    'no longer, when it is renewed',
    { [certificate]: `${DAY}x30 ${90 * DAY}x30` },
    '20–30',
  ],
  [
    'CertificateExpiresSoon',
    'on, while one of two replicas still serves the old one',
    {
      [certificate]: `${DAY}x60`,
      [otherReplica]: `${DAY}x30 ${90 * DAY}x30`,
    },
    '20–60',
  ],
  [
    'CertificateExpiresSoon',
    'no longer, a quarter of an hour after the last replica with the old one has gone',
    { [certificate]: `${DAY}x30 stale`, [otherReplica]: `${90 * DAY}x60` },
    '20–45',
  ],
  [
    'CertificateExpiresSoon',
    'not for a replica that shows an old one and goes at once',
    {
      [certificate]: `_x10 ${DAY}x1 stale`,
      [otherReplica]: `${90 * DAY}x60`,
    },
    'never',
  ],
  [
    'CertificateExpiresSoon',
    'not with 15 days left',
    { [certificate]: `${15 * DAY}x60` },
    'never',
  ],
  [
    'CertificateExpiresVerySoon',
    'from 3 days before the end',
    { [certificate]: `${endsAfter(3 * DAY)}x60` },
    '41–60',
  ],
  [
    'CertificateExpiresVerySoon',
    'not with 4 days left',
    { [certificate]: `${4 * DAY}x60` },
    'never',
  ],

  [
    'CertificateExpiresVerySoon',
    'on, when scrapes fail for a quarter of an hour',
    { [certificate]: `${DAY}x20 stale _x13 ${DAY}x26` },
    '20–60',
  ],
  [
    'GatewaySecurityMetricsMissing',
    'not while they are there',
    { [attempts('success')]: '0+1x60' },
    'never',
  ],
  [
    'GatewaySecurityMetricsMissing',
    'when they are gone',
    { [attempts('success')]: '0+1x20' },
    '36–60',
  ],
  [
    'CertificateMetricsMissing',
    'not while the gateway shows them',
    { [certificate]: '1x60' },
    'never',
  ],
  [
    'CertificateMetricsMissing',
    'not while a probe shows them',
    { [probe]: '1x60' },
    'never',
  ],
  [
    'CertificateMetricsMissing',
    'when neither does',
    { [certificate]: '1x10', [probe]: '1x20' },
    '36–60',
  ],
]);

it('keeps addresses and people out of the table of clients', () => {
  const [{ model }] = gatewaySecurityPack.dashboards(context);
  const table = (model.panels as any[]).find(({ type }) => type === 'table');
  for (const { expr } of table.targets) {
    expect(expr).toMatch(/sum by \(client_id, network\)/);
  }
  expect(table.description).toMatch(/addresses and users of people are not/);
});
