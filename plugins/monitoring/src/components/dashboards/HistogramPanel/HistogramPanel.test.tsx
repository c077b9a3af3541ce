import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  applyFieldConfig,
  DataFrame,
  FieldValue,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aPanel,
  readable,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { HistogramPanel } from './HistogramPanel';

type Json = Record<string, unknown>;

const PLAIN = { mappings: [], custom: {} };

function aSeries(name: string, values: FieldValue[]): DataFrame {
  return {
    refId: name,
    fields: [
      {
        name: 'Time',
        type: 'time',
        config: PLAIN,
        values: values.map((_, index) => index * 1_000),
      },
      {
        name: 'Value',
        type: 'number',
        config: { ...PLAIN, displayNameFromSource: name },
        values,
      },
    ],
  };
}

const FRAMES = [aSeries('a', [1, 2, 3, 11]), aSeries('b', [12, 13])];

async function show(options: Json = {}, frames = FRAMES, defaults: Json = {}) {
  const panel = aPanel({
    type: 'histogram',
    options: { bucketSize: 10, ...options },
    fieldConfig: { defaults: { unit: 's', ...defaults } },
  });
  const { container } = await renderScreen(
    <HistogramPanel
      panel={panel}
      title="Duration"
      range={STORY_RANGE}
      variables={{}}
      frames={applyFieldConfig(frames, panel.fieldConfig)}
      marks={[]}
      cursorSync="off"
      alerts={[]}
      onZoom={() => {}}
    />,
  );
  return {
    container,
    bars: () => container.querySelectorAll('svg[role=img] > rect'),
  };
}

describe('HistogramPanel', () => {
  it('says what it shows, and where most lie', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Duration: 2 buckets of a, b. Most lie in 0 s – 10 s: 3.',
    );
  });

  it('draws a bar for each bucket that holds something', async () => {
    const { bars } = await show();
    expect(bars()).toHaveLength(3);
  });

  it('counts all series together when the author wants it', async () => {
    await show({ combine: true, legend: { showLegend: true } });
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map(readable)).toEqual(['Count']);
    expect(screen.getByRole('img')).toHaveAccessibleName(
      expect.stringContaining('Most lie in 0 s – 10 s: 3.'),
    );
  });

  it('has the figures of the values in its legend, not of the counts', async () => {
    await show({
      legend: { showLegend: true, displayMode: 'table', calcs: ['max'] },
    });
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows.slice(1).map(readable)).toEqual(['a11 s', 'b13 s']);
  });

  it('shows one series alone at a click', async () => {
    const { bars } = await show({ legend: { showLegend: true } });
    await userEvent.click(screen.getByRole('button', { name: /b/ }));
    expect(bars()).toHaveLength(1);
  });

  it('says each bucket as the arrow keys reach it', async () => {
    const { container } = await show();
    screen.getByRole('group', { name: /walk through them/ }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(readable(container.querySelector('[aria-live]')!)).toBe(
      'Bucket 10 s – 20 s, a: 1',
    );
  });

  it('draws the buckets of a Prometheus histogram by their bounds', async () => {
    const bucket = (le: string, values: FieldValue[]) => ({
      ...aSeries(le, values).fields[1],
      name: le,
      labels: { le },
    });
    const { container } = await show({}, [
      {
        meta: { type: 'heatmap-rows' },
        fields: [
          aSeries('x', [1]).fields[0],
          bucket('0.1', [4]),
          bucket('+Inf', [2]),
        ],
      },
    ]);
    const texts = [...container.querySelectorAll('svg[role=img] text')];
    expect(texts.map(readable)).toEqual(
      expect.arrayContaining(['0 s', '100 ms', '+Inf']),
    );
  });

  it.each([
    ['nothing', []],
    ['no value', [aSeries('a', [null, NaN])]],
  ])('says that there is %s', async (_, frames) => {
    await show({}, frames);
    expect(screen.getByText('No data')).toBeInTheDocument();
  });

  it('copes with values of any size', async () => {
    const { container } = await show({ bucketSize: undefined }, [
      aSeries('a', [1e-300, 1, 1e300, -1e300, Infinity]),
    ]);
    expect(screen.getByRole('img')).toBeInTheDocument();
    expect(container.innerHTML).not.toContain('NaN"');
  });
});
