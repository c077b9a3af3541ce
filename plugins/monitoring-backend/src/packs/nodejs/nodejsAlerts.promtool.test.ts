import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { nodejsAlerts } from './nodejsAlerts';

const alerts = nodejsAlerts({
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
});

const lag =
  'nodejs_eventloop_lag_p99_seconds{service="ingestor", instance="a"}';
const collecting = (kind: string) =>
  `nodejs_gc_duration_seconds_sum{service="ingestor", instance="a", kind="${kind}"}`;

type Series = Record<string, string>;

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('NodejsEventLoopLag, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      'while the loop is blocked for long, not at its first moment',
      { [lag]: '0.01x19 0.5x19 0.01x20' },
      minutes(27, 42),
    ],
    ['not at 200 ms', { [lag]: '0.2x60' }, []],
    ['not at one spike', { [lag]: '0.01x20 0.9 0.01x39' }, []],
    [
      'on through three scrapes that fail',
      { [lag]: '0.5x30 stale _x2 0.5x26' },
      minutes(5, 60),
    ],
    [
      'no longer when the series are gone',
      { [lag]: '0.5x30 stale' },
      minutes(5, 35),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(await firingMinutes(alerts, 'NodejsEventLoopLag', series)).toEqual(
      expected,
    );
  });
});

describe('NodejsGarbageCollection, in promtool', () => {
  it.each<[string, Series, number[]]>([
    [
      '10 minutes after all kinds together took more than a tenth of 10 minutes',
      { [collecting('major')]: '0+5x60', [collecting('minor')]: '0+2x60' },
      minutes(19, 60),
    ],
    ['not at a tenth', { [collecting('major')]: '0+6x60' }, []],
    [
      'on through a restart and three scrapes that fail',
      { [collecting('major')]: '0+9x20 0+9x20 stale _x2 216+9x16' },
      minutes(17, 60),
    ],
    [
      'no longer when the series are gone',
      { [collecting('major')]: '0+9x30 stale' },
      minutes(17, 33),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(
      await firingMinutes(alerts, 'NodejsGarbageCollection', series),
    ).toEqual(expected);
  });
});

describe('NodejsMetricsMissing, in promtool', () => {
  it.each<[string, Series, number[]]>([
    ['not while there are metrics', { [lag]: '0.01x60' }, []],
    [
      'not while scrapes fail for 9 minutes',
      { [lag]: '0x20 stale _x8 0x31' },
      [],
    ],
    [
      '15 minutes after they vanished, until they are back',
      { [lag]: '0x20 stale _x24 0x15' },
      minutes(36, 45),
    ],
  ])('fires %s', async (_what, series, expected) => {
    expect(await firingMinutes(alerts, 'NodejsMetricsMissing', series)).toEqual(
      expected,
    );
  });
});
