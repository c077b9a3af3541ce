import { act, screen } from '@testing-library/react';
import { useNavigate } from 'react-router-dom';
import userEvent from '@testing-library/user-event';
import { fireEvent } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen, STORY_NOW } from '../../__testUtils__';
import { ClockContext } from '../../hooks/Clock';
import {
  TimeRange,
  TimeRangeDefaults,
  useTimeRange,
} from '../../hooks/useTimeRange';
import { useUrlState } from '../../hooks/useUrlState';
import { TimeBar } from './TimeBar';

const HOUR = 3_600_000;

let latest: TimeRange;
let address: URLSearchParams;

let goBack: () => void;

function Screen(props: TimeRangeDefaults) {
  latest = useTimeRange(props);
  const navigate = useNavigate();
  goBack = () => navigate(-1);
  address = useUrlState().params;
  return <TimeBar timeRange={latest} />;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const hours = ({ from, to }: { from: number; to: number }) => [
  (from - STORY_NOW) / HOUR,
  (to - STORY_NOW) / HOUR,
];

describe('TimeBar', () => {
  it('starts with the last six hours', async () => {
    await renderScreen(<Screen />);
    expect(
      button('Choose the time range, now Last 6 hours'),
    ).toBeInTheDocument();
    expect(hours(latest.range)).toEqual([-6, 0]);
    expect(latest.isRelative).toBe(true);
  });

  it('keeps a quick range in the address, under Grafana’s names', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button(/^Choose the time range/));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last 15 minutes' }),
    );
    expect([address.get('from'), address.get('to')]).toEqual([
      'now-15m',
      'now',
    ]);
    expect(hours(latest.range)).toEqual([-0.25, 0]);
  });

  it('takes a start and an end', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button(/^Choose the time range/));
    expect(await screen.findByLabelText('From')).toHaveAccessibleDescription(
      'Times in the zone UTC',
    );
    fireEvent.change(screen.getByLabelText('From'), {
      target: { value: '2026-11-23T10:00' },
    });
    fireEvent.change(screen.getByLabelText('To'), {
      target: { value: '2026-11-23T11:30' },
    });
    await userEvent.click(button('Apply'));
    expect(latest.range).toEqual({
      from: Date.parse('2026-11-23T10:00:00Z'),
      to: Date.parse('2026-11-23T11:30:00Z'),
    });
    expect(
      button('Choose the time range, now 10:00 UTC – 11:30 UTC'),
    ).toBeInTheDocument();
  });

  it('refuses an end before the start', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button(/^Choose the time range/));
    fireEvent.change(await screen.findByLabelText('To'), {
      target: { value: '2026-11-20T10:00' },
    });
    expect(
      screen.getByText('The end has to be after the start.'),
    ).toBeInTheDocument();
    expect(button('Apply')).toBeDisabled();
  });

  it('moves back and forward by half of the range', async () => {
    await renderScreen(<Screen />);
    expect(screen.queryByRole('button', { name: 'Later' })).toBeNull();
    await userEvent.click(button('Earlier'));
    expect(hours(latest.range)).toEqual([-9, -3]);
    await userEvent.click(button('Later'));
    expect(hours(latest.range)).toEqual([-6, 0]);
  });

  it('zooms out, but not into the future', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button('Zoom out'));
    expect(hours(latest.range)).toEqual([-12, 0]);
  });

  it('reads an address of Grafana, and falls back where it is nonsense', async () => {
    function Given() {
      const { change } = useUrlState();
      return (
        <button
          onClick={() =>
            change({ from: 'now-1h', to: 'now-30m', refresh: '1m' })
          }
        >
          Set
        </button>
      );
    }
    function Nonsense() {
      const { change } = useUrlState();
      return (
        <button
          onClick={() => change({ from: 'soon', to: 'later', refresh: 'x' })}
        >
          Break
        </button>
      );
    }
    await renderScreen(
      <>
        <Screen />
        <Given />
        <Nonsense />
      </>,
    );
    await userEvent.click(button('Set'));
    expect(hours(latest.range)).toEqual([-1, -0.5]);
    expect(latest.refreshInterval).toBe('1m');
    await userEvent.click(button('Break'));
    expect(hours(latest.range)).toEqual([-6, 0]);
    expect(latest.refreshInterval).toBeUndefined();
  });

  it.each([
    ['1ms', '5s'],
    ['4s', '5s'],
    ['5s', '5s'],
    ['7s', '7s'],
  ])('refreshes every %s no more often than %s', async (refresh, shown) => {
    await renderScreen(<Screen />, { path: `/?refresh=${refresh}` });
    expect(latest.refreshInterval).toBe(shown);
    expect(button(/^Refresh by itself/)).toHaveTextContent(shown);
  });

  it('keeps how often it refreshes in the address', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button(/^Refresh by itself/));
    await userEvent.click(await screen.findByRole('option', { name: '30s' }));
    expect(address.get('refresh')).toBe('30s');
    expect(latest.refreshInterval).toBe('30s');
  });

  it('has no fault that axe can find', async () => {
    const { container } = await renderScreen(<Screen />);
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('refreshing by itself', () => {
  let now = STORY_NOW;
  const clock = { now: () => now, timeZone: 'UTC' };
  const setHidden = (isHidden: boolean) =>
    act(() => {
      Object.defineProperty(document, 'hidden', {
        value: isHidden,
        configurable: true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    });

  beforeEach(async () => {
    now = STORY_NOW;
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    await renderScreen(
      <ClockContext.Provider value={clock}>
        <Screen refresh="30s" />
      </ClockContext.Provider>,
    );
  });
  afterEach(() => {
    setHidden(false);
    jest.useRealTimers();
  });

  const pass = (seconds: number) => {
    now += seconds * 1000;
    return act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
  };

  it('moves the range along with the time', async () => {
    await pass(30);
    expect(latest.range.to).toBe(STORY_NOW + 30_000);
  });

  it('rests while the page is hidden, and refreshes when it is shown', async () => {
    setHidden(true);
    expect(latest.isPaused).toBe(true);
    await pass(300);
    expect(latest.range.to).toBe(STORY_NOW);
    setHidden(false);
    expect(latest.range.to).toBe(STORY_NOW + 300_000);
    expect(latest.isPaused).toBe(false);
  });

  it('refreshes when asked to', async () => {
    await pass(5);
    act(() => latest.refresh());
    expect(latest.range.to).toBe(STORY_NOW + 5_000);
  });
});

describe('the form', () => {
  const open = async (props: Parameters<typeof Screen>[0] = {}, path = '/') => {
    const rendered = await renderScreen(<Screen {...props} />, { path });
    await userEvent.click(button(/^Choose the time range/));
    await screen.findByLabelText('From');
    return rendered;
  };
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('takes expressions of Grafana', async () => {
    await open();
    expect(screen.getByLabelText('From')).toHaveValue('now-6h');
    write('From', 'now-7d/d');
    write('To', 'now/w');
    await userEvent.click(button('Apply'));
    expect([address.get('from'), address.get('to')]).toEqual([
      'now-7d/d',
      'now/w',
    ]);
    expect(latest.range).toEqual({
      from: Date.parse('2026-11-16T00:00:00Z'),
      to: Date.parse('2026-11-28T23:59:59.999Z'),
    });
    expect(
      button('Choose the time range, now now-7d/d to now/w'),
    ).toBeInTheDocument();
  });

  it('keeps what cannot be read, and says what can', async () => {
    await open();
    write('From', 'soon');
    expect(screen.getByLabelText('From')).toHaveValue('soon');
    expect(screen.getByLabelText('From')).toHaveAccessibleDescription(
      /“soon” is no time\. Write 2026-01-31 14:00:00, or now-6h/,
    );
    expect(button('Apply')).toBeDisabled();
  });

  it('reads and writes by the clocks of the chosen zone', async () => {
    await open(
      {},
      '/?from=1767222000000&to=20260101T020000&timezone=Europe/Berlin',
    );
    expect(screen.getByLabelText('From')).toHaveValue('2026-01-01 00:00:00');
    expect(screen.getByLabelText('To')).toHaveValue('2026-01-01 03:00:00');
    expect(latest.clock.timeZone).toBe('Europe/Berlin');
    write('To', '2026-01-01 04:00');
    await userEvent.click(button('Apply'));
    expect(latest.range.to).toBe(Date.parse('2026-01-01T03:00:00Z'));
  });

  it('changes the zone, and days with it', async () => {
    await open({}, '/?from=now/d&to=now/d');
    expect(latest.range.from).toBe(Date.parse('2026-11-23T00:00:00Z'));
    const field = screen.getByLabelText('Time zone');
    await userEvent.clear(field);
    await userEvent.type(field, 'Tokyo');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Asia/Tokyo' }),
    );
    expect(address.get('timezone')).toBe('Asia/Tokyo');
    expect(latest.range.from).toBe(Date.parse('2026-11-22T15:00:00Z'));
  });

  it('finds quick ranges by their names', async () => {
    await open();
    await userEvent.type(screen.getByLabelText('Search quick ranges'), 'week');
    const list = screen.getByRole('list', { name: 'Quick ranges' });
    expect(list).toHaveTextContent('Previous week');
    expect(list).not.toHaveTextContent('Yesterday');
    await userEvent.click(button('This week so far'));
    expect([address.get('from'), address.get('to')]).toEqual(['now/w', 'now']);
  });

  it('has no fault that axe can find', async () => {
    const { baseElement } = await open();
    const rules = { region: { enabled: false } };
    expect((await axe(baseElement, { rules })).violations).toEqual([]);
  });
});

describe('addresses and dashboards', () => {
  it.each([
    [
      '/?from=20260101T000000&to=20260101T010000',
      '2026-01-01T00:00:00Z',
      '2026-01-01T01:00:00Z',
    ],
    [
      '/?from=2026-01-01T00:00:00.000Z&to=1767229200000',
      '2026-01-01T00:00:00Z',
      '2026-01-01T01:00:00Z',
    ],
    [
      '/?time=1767225600000&time.window=7200000',
      '2025-12-31T23:00:00Z',
      '2026-01-01T01:00:00Z',
    ],
    [
      '/?from=now-1d/d&to=now-1d/d',
      '2026-11-22T00:00:00Z',
      '2026-11-22T23:59:59.999Z',
    ],
  ])('reads %s', async (path, from, to) => {
    await renderScreen(<Screen />, { path });
    expect(latest.range).toEqual({
      from: Date.parse(from),
      to: Date.parse(to),
    });
    expect(latest.fault).toBeUndefined();
  });

  it('says what of an address cannot be read, and loses nothing of it', async () => {
    await renderScreen(<Screen />, { path: '/?from=soon&to=now&x=1' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The address has a time that cannot be read, “soon”',
    );
    expect(hours(latest.range)).toEqual([-6, 0]);
    expect(address.toString()).toBe('from=soon&to=now&x=1');
  });

  it('says when an address ends before it starts', async () => {
    await renderScreen(<Screen />, { path: '/?from=now&to=now-1h' });
    expect(screen.getByRole('alert')).toHaveTextContent('The end has to be');
  });

  it.each([
    ['now-90y', 'now'],
    ['0', String(STORY_NOW)],
  ])(
    'shows the end of a range from %s that cannot be queried whole, and says so',
    async (from, to) => {
      await renderScreen(<Screen />, { path: `/?from=${from}&to=${to}` });
      expect(screen.getByRole('alert')).toHaveTextContent(
        'This range is longer than 400 days, the most that can be queried; its last 400 days are shown.',
      );
      expect(hours(latest.range)).toEqual([-400 * 24, 0]);
    },
  );

  it('names a zone of the address that it does not know, and the one it takes', async () => {
    await renderScreen(<Screen />, { path: '/?timezone=Europe/Atlantis' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This browser does not know the time zone “Europe/Atlantis”; times are in the zone UTC.',
    );
  });

  it('returns to the last range with the browser’s button', async () => {
    await renderScreen(<Screen />, { path: '/?from=now-1h&to=now' });
    act(() => latest.setAbsolute({ from: 0, to: 60_000 }));
    expect(latest.range).toEqual({ from: 0, to: 60_000 });
    act(() => goBack());
    expect(hours(latest.range)).toEqual([-1, 0]);
  });

  it('follows what the dashboard says of its time', async () => {
    await renderScreen(
      <Screen
        timezone="utc"
        settings={{
          isHidden: false,
          nowDelay: '1m',
          refreshIntervals: ['20s'],
          quickRanges: [{ from: 'now-3d', to: 'now', text: 'Since Friday' }],
        }}
      />,
      { path: '/?from=now-3d&to=now' },
    );
    expect(latest.range.to).toBe(STORY_NOW - 60_000);
    expect(
      button('Choose the time range, now Since Friday'),
    ).toBeInTheDocument();
    await userEvent.click(button(/^Refresh by itself/));
    expect(
      (await screen.findAllByRole('option')).map(one => one.textContent),
    ).toEqual(['Off', 'Auto', '20s']);
  });

  it('is not there where the dashboard hides it', async () => {
    await renderScreen(<Screen settings={{ isHidden: true }} />);
    expect(screen.queryByRole('group', { name: 'Time range' })).toBeNull();
  });

  it('refreshes as often as there is something new to see', async () => {
    await renderScreen(<Screen />, { path: '/?refresh=auto' });
    expect(latest.refreshInterval).toBe('auto');
  });

  it.each([
    ['nonsense/zone', 'UTC'],
    ['browser', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
  ])('takes the zone %s for %s', async (zone, timeZone) => {
    await renderScreen(<Screen timezone={zone} />);
    expect(latest.clock.timeZone).toBe(timeZone);
  });
});
