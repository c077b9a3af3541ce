import { contextOf } from '../../testUtils/contextOf';
import { itFires } from '../../testUtils/itFires';
import { mediaGatewayPack } from './mediaGatewayPack';

const context = contextOf('gateway');
const operations = (status: string, name = 'media') =>
  `graphql_requests_total{service="gateway", instance="a", operation="${name}", status="${status}"}`;
const upstream = (result: string) =>
  `media_gateway_upstream_requests_total{service="gateway", instance="a", upstream="ingestor", result="${result}"}`;
const connections = (kind: string) =>
  `media_gateway_${kind}_connections{service="gateway", instance="a"}`;
const all = {
  [operations('success')]: '0+100x60',
  [upstream('success')]: '0+100x60',
  [connections('open')]: '50x60',
  [connections('max')]: '100x60',
};

itFires(mediaGatewayPack, context, [
  [
    'HighGraphQLErrorRate',
    'at 2 % errors, after 5 minutes',
    { [operations('success')]: '0+98x60', [operations('error')]: '0+2x60' },
    '6–60',
  ],
  [
    'HighGraphQLErrorRate',
    'not at 0.9 % errors',
    { [operations('success')]: '0+991x60', [operations('error')]: '0+9x60' },
    'never',
  ],
  [
    'HighGraphQLErrorRate',
    'when the first error ever is followed by more',
    {
      [operations('success')]: '0+90x60',
      [operations('error')]: '_x20 0+10x40',
    },
    '26–60',
  ],
  [
    'HighGraphQLErrorRate',
    'not when one operation of few failed once',
    { [operations('success')]: '0+1x60', [operations('error')]: '0x20 1x40' },
    'never',
  ],
  [
    'HighGraphQLErrorRate',
    'not when nothing has ever failed',
    { [operations('success')]: '0+90x60' },
    'never',
  ],
  [
    'HighGraphQLErrorRate',
    'not without operations',
    { [operations('success')]: '90x60', [operations('error')]: '9x60' },
    'never',
  ],
  [
    'HighGraphQLErrorRate',
    'on, when the gateway restarts and counts from zero',
    {
      [operations('success')]: '0+90x30 0+90x29',
      [operations('error')]: '0+10x30 0+10x29',
    },
    '6–60',
  ],
  [
    'HighGraphQLErrorRate',
    'on, when 3 scrapes are missed',
    {
      [operations('success')]: '0+90x30 _x3 3060+90x26',
      [operations('error')]: '0+10x30 _x3 340+10x26',
    },
    '6–60',
  ],
  [
    'HighGraphQLErrorRate',
    'no longer, when its series are gone',
    { [operations('success')]: '0+90x30', [operations('error')]: '0+10x30' },
    '6–34',
  ],
  [
    'HighUpstreamErrorRate',
    'at 10 % errors of one service',
    { [upstream('success')]: '0+90x60', [upstream('failure')]: '0+10x60' },
    '6–60',
  ],
  [
    'HighUpstreamErrorRate',
    'not at 4 % errors',
    { [upstream('success')]: '0+96x60', [upstream('failure')]: '0+4x60' },
    'never',
  ],

  [
    'HighUpstreamErrorRate',
    'on, when the gateway restarts',
    {
      [upstream('success')]: '0+90x30 0+90x29',
      [upstream('failure')]: '0+10x30 0+10x29',
    },
    '6–60',
  ],
  [
    'HighUpstreamErrorRate',
    'on, when 3 scrapes are missed',
    {
      [upstream('success')]: '0+90x30 _x3 3060+90x26',
      [upstream('failure')]: '0+10x30 _x3 340+10x26',
    },
    '6–60',
  ],
  [
    'HighUpstreamErrorRate',
    'no longer, when its series are gone',
    { [upstream('success')]: '0+90x30', [upstream('failure')]: '0+10x30' },
    '6–34',
  ],
  [
    'GatewayConnectionsHigh',
    'at 90 of 100 connections',
    { [connections('open')]: '50x10 90x50', [connections('max')]: '100x60' },
    '16–60',
  ],
  [
    'GatewayConnectionsHigh',
    'not at 85 of 100',
    { [connections('open')]: '85x60', [connections('max')]: '100x60' },
    'never',
  ],
  [
    'GatewayConnectionsHigh',
    'not where there is no limit',
    { [connections('open')]: '85x60', [connections('max')]: '0x60' },
    'never',
  ],

  [
    'GatewayConnectionsHigh',
    'on, when 3 scrapes are missed',
    {
      [connections('open')]: '90x30 _x3 90x30',
      [connections('max')]: '100x30 _x3 100x30',
    },
    '5–60',
  ],
  [
    'GatewayConnectionsHigh',
    'no longer, when its series are gone',
    { [connections('open')]: '90x30', [connections('max')]: '100x30' },
    '5–35',
  ],
  ['MediaGatewayMetricsMissing', 'not while all are there', all, 'never'],
  [
    'MediaGatewayMetricsMissing',
    'when one is gone',
    { ...all, [upstream('success')]: '0+100x20' },
    '36–60',
  ],
  [
    'MediaGatewayMetricsMissing',
    'not when scrapes are missed for 9 minutes',
    Object.fromEntries(
      Object.entries(all).map(([name]) => [name, '1x30 _x9 1x21']),
    ),
    'never',
  ],
  ['MediaGatewayMetricsMissing', 'when they never came', {}, '5–60'],
]);
