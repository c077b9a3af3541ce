import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { processAlerts } from './processAlerts';

const alerts = processAlerts({
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
});

const labels = 'service="ingestor", instance="a"';
const open = `process_open_fds{${labels}}`;
const most = `process_max_fds{${labels}}`;
const start = `process_start_time_seconds{${labels}}`;

type Series = Record<string, string>;

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('ProcessFileDescriptorsHigh, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      '5 minutes after more than 80 % are in use, until fewer are',
      { [open]: '100x19 900x19 100x20', [most]: '1000x60' },
      minutes(25, 39),
    ],
    ['not at 80 %', { [open]: '800x60', [most]: '1000x60' }, []],
    ['not when the limit is 0', { [open]: '800x60', [most]: '0x60' }, []],
    [
      'on through three scrapes that fail',
      {
        [open]: '900x30 stale _x2 900x26',
        [most]: '1000x30 stale _x2 1000x26',
      },
      minutes(5, 60),
    ],
    [
      'not when the last scrape before a process goes finds many in use',
      { [open]: '100x9 900 stale', [most]: '1000x10 stale' },
      [],
    ],
    [
      'no longer when the series are gone',
      { [open]: '900x30 stale', [most]: '1000x30 stale' },
      minutes(5, 33),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alerts, 'ProcessFileDescriptorsHigh', series),
    ).toEqual(expected);
  });
});

describe('ProcessRestarting, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      'at the third restart, until half an hour after the first',
      { [start]: '1x9 2x9 3x9 4x31' },
      minutes(30, 39),
    ],
    ['not at two', { [start]: '1x9 2x9 3x40' }, []],
    ['not at a gap', { [start]: '1x9 stale _x4 1x9 stale _x4 1x30' }, []],
    [
      'no longer when the process is gone for half an hour',
      { [start]: '1x9 2x2 3x2 4x2 stale' },
      minutes(16, 39),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(await firingMinutes(alerts, 'ProcessRestarting', series)).toEqual(
      expected,
    );
  });
});

describe('ProcessMetricsMissing, in promtool', () => {
  it.each<[string, Series, number[]]>([
    ['not while there are metrics', { [start]: '1x60' }, []],
    [
      'not while scrapes fail for 9 minutes',
      { [start]: '1x20 stale _x8 1x31' },
      [],
    ],
    [
      '15 minutes after they vanished, until they are back',
      { [start]: '1x20 stale _x24 1x15' },
      minutes(36, 45),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alerts, 'ProcessMetricsMissing', series),
    ).toEqual(expected);
  });
});
