import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { sightlineAlerts } from './sightlineAlerts';

const alerts = sightlineAlerts({
  entityRef: 'component:default/portal',
  name: 'portal',
  title: 'Portal',
  selector: 'service="portal"',
  options: {},
});

const series = (name: string, labels = '') =>
  `sightline_provisioning_${name}{service="portal"${labels}}`;
const success = series('last_success_timestamp_seconds');
const up = series('target_up', ', target="grafana:default"');
const failed = series(
  'objects',
  ', target="grafana:default", kind="dashboard", state="failed"',
);
const waiting = series('brake_waiting');

const upstream = (name: string, label: string) =>
  `sightline_${name}{service="portal", upstream="prometheus:eu", ${label}}`;
const answered = upstream('upstream_requests_total', 'outcome="answered"');
const inVain = upstream('upstream_requests_total', 'outcome="breaker-open"');
const refused = upstream('upstream_requests_total', 'outcome="queue-full"');
const open = upstream('upstream_breaker_state', 'state="open"');
const halfOpen = upstream('upstream_breaker_state', 'state="half-open"');
const known = upstream('query_samples_total', 'source="cache"');
const fetched = upstream('query_samples_total', 'source="upstream"');
const answers = upstream('query_range_answers_total', 'state="miss"');

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** promtool counts from the Unix epoch: minute 10 is 600 s. */
it.each<[string, string, Record<string, string>, number[]]>([
  [
    'SightlineProvisioningStalled',
    'when the last success is more than an hour ago for 5 minutes, until there is one',
    { [success]: '-3600x20 1200x20' },
    minutes(6, 20),
  ],
  [
    'SightlineProvisioningStalled',
    'not while runs succeed',
    { [success]: '0+60x60' },
    [],
  ],
  [
    'SightlineTargetDown',
    '10 minutes after a target went, until it is back',
    { [up]: '1x9 0x20 1x10' },
    minutes(20, 30),
  ],
  ['SightlineTargetDown', 'not for 9 minutes', { [up]: '1x9 0x8 1x10' }, []],
  [
    'SightlineObjectsFailing',
    'half an hour after objects began to fail, until none does',
    { [failed]: '0x9 3x40 0x10' },
    minutes(40, 50),
  ],
  [
    'SightlineDeletionsWaiting',
    'as soon as deletions wait, through a scrape that fails',
    { [waiting]: '0x9 214x9 stale 214x9 0x5' },
    minutes(10, 30),
  ],
  [
    'SightlineUpstreamBreakerOpen',
    '5 minutes after trials began to fail, be it open or half open, until it closes',
    {
      [inVain]: '0x9 5+5x50',
      [open]: '0x9 1 0 1 0 1 0 1 0 1x10 0x30',
      [halfOpen]: '0x9 0 1 0 1 0 1 0 1 0x10 0x30',
    },
    minutes(15, 28),
  ],
  [
    'SightlineUpstreamBreakerOpen',
    'not of one that nobody asks',
    { [inVain]: '50x60', [open]: '1x60', [halfOpen]: '0x60' },
    [],
  ],
  [
    'SightlineQueueRefusing',
    'after 5 minutes above 5 %, until it is less',
    {
      [answered]: '0+60x60',
      [refused]: '0x9 30+30x20 630x30',
    },
    minutes(15, 34),
  ],
  [
    'SightlineQueueRefusing',
    'not at one in a hundred',
    { [answered]: '0+99x60', [refused]: '0+1x60' },
    [],
  ],
  [
    'SightlineCacheIneffective',
    'half an hour after it was seen to know less than 20 % of what people ask',
    {
      [known]: '0+10x60',
      [fetched]: '0+90x60',
      [answers]: '0+60x60',
    },
    minutes(37, 60),
  ],
  [
    'SightlineCacheIneffective',
    'not while hardly anybody asks',
    { [known]: '0+10x60', [fetched]: '0+90x60', [answers]: '0+5x60' },
    [],
  ],
  [
    'SightlineMetricsMissing',
    '15 minutes after they vanished',
    { [success]: '0x20 stale _x24 0x15' },
    minutes(36, 45),
  ],
])('%s fires %s', async (alert, _what, input, expected) => {
  expect(await firingMinutes(alerts, alert, input)).toEqual(expected);
});
