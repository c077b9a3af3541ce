import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fireEvent } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen, STORY_NOW } from '../../__testUtils__';
import { ClockContext } from '../../hooks/Clock';
import { TimeRange, useTimeRange } from '../../hooks/useTimeRange';
import { useUrlState } from '../../hooks/useUrlState';
import { fromLocalInput, toLocalInput } from './localInput';
import { TimeBar } from './TimeBar';

const HOUR = 3_600_000;

let latest: TimeRange;
let address: URLSearchParams;

function Screen(props: { refresh?: string }) {
  latest = useTimeRange({ refresh: props.refresh });
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
    await userEvent.click(button('Last 15 minutes'));
    expect([address.get('from'), address.get('to')]).toEqual([
      'now-15m',
      'now',
    ]);
    expect(hours(latest.range)).toEqual([-0.25, 0]);
  });

  it('takes a start and an end', async () => {
    await renderScreen(<Screen />);
    await userEvent.click(button(/^Choose the time range/));
    expect(screen.getByLabelText('From')).toHaveAccessibleDescription(
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
    fireEvent.change(screen.getByLabelText('To'), {
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

describe('the inputs for moments', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])(
    'write and read the times of %s',
    zone => {
      for (const text of ['2026-11-23T14:32', '2026-07-01T00:00']) {
        const time = fromLocalInput(text, zone)!;
        expect(toLocalInput(time, zone)).toBe(text);
      }
      expect(fromLocalInput('2026-11-23T14:32', 'Europe/Berlin')).toBe(
        Date.parse('2026-11-23T13:32:00Z'),
      );
    },
  );

  it('are empty when they are not filled in', () => {
    expect(fromLocalInput('', 'UTC')).toBeUndefined();
  });
});
