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
    'SightlineMetricsMissing',
    '15 minutes after they vanished',
    { [success]: '0x20 stale _x24 0x15' },
    minutes(36, 45),
  ],
])('%s fires %s', async (alert, _what, input, expected) => {
  expect(await firingMinutes(alerts, alert, input)).toEqual(expected);
});
