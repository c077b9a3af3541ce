import { ComponentType } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  applyFieldConfig,
  DashboardMark,
  DataFrame,
  FieldValue,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aPanel,
  readable,
  renderScreen,
  STORY_NOW,
} from '../../../__testUtils__';
import { StateTimelinePanel } from '../StateTimelinePanel';
import { StatusHistoryPanel } from '../StatusHistoryPanel';
import { PanelProps } from '../types';

type Json = Record<string, unknown>;

const MINUTE = 60_000;
const RANGE = { from: STORY_NOW - 60 * MINUTE, to: STORY_NOW };
const PLAIN = { mappings: [], custom: {} };
const MAPPINGS = [
  {
    type: 'value',
    options: {
      '0': { text: 'Down', color: 'red' },
      '1': { text: 'Up', color: 'green' },
    },
  },
];

/** Values at equal distances, to the end of the time. */
function aSeries(name: string, values: FieldValue[]): DataFrame {
  const step = (RANGE.to - RANGE.from) / values.length;
  return {
    refId: name,
    fields: [
      {
        name: 'Time',
        type: 'time',
        config: { ...PLAIN, interval: step },
        values: values.map((_, index) => RANGE.from + index * step),
      },
      {
        name: 'Value',
        type: typeof values[0] === 'string' ? 'string' : 'number',
        config: { ...PLAIN, displayNameFromSource: name },
        values,
      },
    ],
  };
}

const FRAMES = [aSeries('a', [1, 1, 1, 1]), aSeries('b', [1, 0, 0, 1])];

async function show(
  Panel: ComponentType<PanelProps>,
  options: Json = {},
  {
    frames = FRAMES,
    defaults = {} as Json,
    marks = [],
  }: {
    frames?: DataFrame[];
    defaults?: Json;
    marks?: DashboardMark[];
  } = {},
) {
  const onZoom = jest.fn();
  const panel = aPanel({
    type: Panel === StateTimelinePanel ? 'state-timeline' : 'status-history',
    options: { legend: { showLegend: true }, ...options },
    fieldConfig: {
      defaults: {
        mappings: MAPPINGS,
        color: { mode: 'palette-classic' },
        ...defaults,
      },
    },
  });
  const { container } = await renderScreen(
    <Panel
      panel={panel}
      title="Health"
      range={RANGE}
      variables={{}}
      frames={applyFieldConfig(frames, panel.fieldConfig)}
      marks={marks}
      cursorSync="off"
      alerts={[]}
      onZoom={onZoom}
    />,
  );
  return {
    onZoom,
    container,
    written: () =>
      [...container.querySelectorAll('svg[role=img] text')].map(readable),
    said: () => readable(container.querySelector('[aria-live]')!),
    walk: async (keys: string) => {
      screen.getByRole('group', { name: /walk through them/ }).focus();
      await userEvent.keyboard(keys);
    },
  };
}

const legend = () =>
  within(screen.getByRole('list')).getAllByRole('listitem').map(readable);

describe('StateTimelinePanel', () => {
  it('says what it shows', async () => {
    await show(StateTimelinePanel);
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Health: states of 2 rows from 23 Nov, 13:32:00 to 23 Nov, 14:32:00. ' +
        'a: last Up, 0 changes. b: last Up, 2 changes.',
    );
  });

  it('writes each state once, however often it was measured', async () => {
    const { written } = await show(StateTimelinePanel);
    const states = written().filter(text => /^(Up|Down)$/.test(text));
    expect(states).toEqual(['Up', 'Up', 'Down', 'Up']);
    expect(written()).toEqual(expect.arrayContaining(['a', 'b', '14:00']));
    expect(legend()).toEqual(['Up', 'Down']);
  });

  it('writes none when the author wants it', async () => {
    const { written } = await show(StateTimelinePanel, { showValue: 'never' });
    expect(written()).not.toContain('Up');
  });

  it('says from when to when, and how long, as the arrow keys reach a state', async () => {
    const { walk, said } = await show(StateTimelinePanel);
    await walk('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(said()).toBe(
      '23 Nov, 13:47:00 – 23 Nov, 14:17:00, b: Down, Duration: 30m',
    );
    await walk('{ArrowRight}');
    expect(said()).toContain('14:17:00 – 23 Nov, 14:32:00, b: Up');
  });

  it('shows what is under the pointer', async () => {
    const { container } = await show(StateTimelinePanel);
    fireEvent.pointerMove(screen.getByRole('img'), {
      clientX: 300,
      clientY: 180,
    });
    expect(readable(container)).toContain('bDownDuration30m');
  });

  it('marks deployments and what lasted', async () => {
    const { container } = await show(
      StateTimelinePanel,
      {},
      {
        marks: [
          {
            id: '1',
            kind: 'deployment',
            name: 'Deployments',
            title: 'v2',
            color: 'blue',
            from: RANGE.from + 30 * MINUTE,
            to: RANGE.to + MINUTE,
            tags: [],
          },
        ],
      },
    );
    const title = [...container.querySelectorAll('title')].find(one =>
      readable(one).includes('Deployments, v2, 23 Nov, 14:02:00'),
    );
    // Its start is in the time, its end is not.
    expect(title?.parentElement?.querySelectorAll('line')).toHaveLength(1);
    expect(title?.parentElement?.querySelectorAll('rect')).toHaveLength(1);
  });

  it('zooms to the part that is marked', async () => {
    const { onZoom } = await show(StateTimelinePanel);
    const plot = screen.getByRole('img');
    fireEvent.pointerDown(plot, { clientX: 100, clientY: 50, button: 0 });
    fireEvent.pointerMove(plot, { clientX: 400, clientY: 50 });
    fireEvent.pointerUp(plot, { clientX: 400, clientY: 50 });
    const [{ from, to }] = onZoom.mock.calls[0];
    expect(from).toBeGreaterThan(RANGE.from);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThan(RANGE.to);
  });

  it('has pages when there are many rows', async () => {
    const frames = Array.from({ length: 5 }, (_, index) =>
      aSeries(`row ${index}`, [1, 0]),
    );
    const { written } = await show(
      StateTimelinePanel,
      { perPage: 2 },
      { frames },
    );
    expect(written()).toEqual(expect.arrayContaining(['row 0', 'row 1']));
    expect(written()).not.toContain('row 2');
    await userEvent.click(screen.getByRole('button', { name: 'Next rows' }));
    expect(written()).toEqual(expect.arrayContaining(['row 2', 'row 3']));
    expect(screen.getByText('Rows 3 to 4 of 5')).toBeInTheDocument();
  });

  it('draws thousands of states with few elements', async () => {
    const values = Array.from({ length: 5_000 }, (_, index) =>
      index % 2 ? 'on' : 'off',
    );
    const { container } = await show(StateTimelinePanel, undefined, {
      frames: [aSeries('x', values)],
    });
    expect(container.querySelectorAll('svg[role=img] *').length).toBeLessThan(
      200,
    );
  });

  it.each<[string, DataFrame[], RegExp]>([
    ['nothing', [], /Nothing was measured/],
    ['no times', [{ fields: [FRAMES[0].fields[1]] }], /no field of times/],
    ['no states', [{ fields: [FRAMES[0].fields[0]] }], /no field that is/],
    ['no value', [aSeries('a', [null, null])], /Nothing was measured/],
  ])('says that there is %s', async (_, frames, text) => {
    await show(StateTimelinePanel, {}, { frames });
    expect(screen.getByText('No data')).toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
  });
});

describe('StatusHistoryPanel', () => {
  it('has a cell for each sample', async () => {
    const { container, written } = await show(StatusHistoryPanel);
    expect(container.querySelectorAll('svg[role=img] rect')).toHaveLength(8);
    expect(written().filter(text => text === 'Up')).toHaveLength(6);
  });

  it('says each sample as the arrow keys reach it', async () => {
    const { walk, said } = await show(StatusHistoryPanel);
    await walk('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(said()).toBe('23 Nov, 13:47:00, b: Down');
  });

  it('tells all rows of a time when the author wants it', async () => {
    const { walk, said } = await show(StatusHistoryPanel, {
      tooltip: { mode: 'multi' },
    });
    await walk('{ArrowRight}{ArrowRight}');
    expect(said()).toBe('23 Nov, 13:47:00, a: Up, b: Down');
  });

  it('leaves out what is no number', async () => {
    const { container } = await show(
      StatusHistoryPanel,
      {},
      { frames: [aSeries('a', [1, NaN, null, Infinity])] },
    );
    expect(container.querySelectorAll('svg[role=img] rect')).toHaveLength(2);
  });

  it('says when there are more points than room', async () => {
    const values = new Array<FieldValue>(500).fill(1);
    const { container } = await show(
      StatusHistoryPanel,
      {},
      { frames: [aSeries('a', values)] },
    );
    expect(readable(container)).toContain('There are 500 points');
  });
});
