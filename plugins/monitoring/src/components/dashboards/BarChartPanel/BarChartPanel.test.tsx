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
import { BarChartPanel } from './BarChartPanel';

type Json = Record<string, unknown>;

const PLAIN = { mappings: [], custom: {} };

function aTable(columns: Record<string, FieldValue[]>): DataFrame {
  return {
    refId: 'A',
    fields: Object.entries(columns).map(([name, values]) => ({
      name,
      type: typeof values[0] === 'string' ? 'string' : 'number',
      values,
      config: PLAIN,
    })),
  };
}

const TABLE = aTable({
  service: ['gateway', 'ingestor'],
  ok: [30, 20],
  failed: [10, -5],
});

async function show(
  options: Json = {},
  { frames = [TABLE], defaults = {} as Json } = {},
) {
  const panel = aPanel({
    type: 'barchart',
    options,
    fieldConfig: { defaults },
  });
  const { container } = await renderScreen(
    <BarChartPanel
      panel={panel}
      title="Requests"
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
    written: [...container.querySelectorAll('svg[role=img] text')].map(
      readable,
    ),
    bars: () => [
      ...container.querySelectorAll<SVGRectElement>('svg[role=img] > rect'),
    ],
  };
}

const number = (bar: Element, name: string) => Number(bar.getAttribute(name));

describe('BarChartPanel', () => {
  it('says what it shows', async () => {
    await show();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Requests: bars of 2 names. gateway: ok 30, failed 10. ingestor: ok 20, failed -5.',
    );
  });

  it('draws a bar for each value, beside each other', async () => {
    const { bars, written } = await show({ showValue: 'always' });
    expect(bars()).toHaveLength(4);
    expect(written).toEqual(
      expect.arrayContaining(['gateway', 'ingestor', '30', '20', '10', '-5']),
    );
  });

  it('puts stacked bars on one another', async () => {
    const { bars } = await show({ stacking: 'normal' });
    const [ok, failed] = bars();
    expect(number(ok, 'x')).toBe(number(failed, 'x'));
    expect(number(failed, 'y')).toBeLessThan(number(ok, 'y'));
  });

  it('writes shares when bars fill the whole', async () => {
    const { written } = await show({
      stacking: 'percent',
      showValue: 'always',
    });
    expect(written).toEqual(expect.arrayContaining(['75%', '25%', '100%']));
  });

  it('lays bars down when the author wants it', async () => {
    const { bars } = await show({ orientation: 'horizontal' });
    const [first] = bars();
    expect(number(first, 'width')).toBeGreaterThan(number(first, 'height'));
  });

  it('shows one series alone at a click', async () => {
    const { bars } = await show({ legend: { showLegend: true } });
    await userEvent.click(screen.getByRole('button', { name: /failed/ }));
    expect(bars()).toHaveLength(2);
  });

  it('tells what thresholds mean instead of the names', async () => {
    await show(
      { legend: { showLegend: true } },
      {
        defaults: {
          color: { mode: 'thresholds' },
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'green' },
              { value: 25, color: 'red' },
            ],
          },
        },
      },
    );
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map(readable)).toEqual(['< 25', '25+']);
  });

  it('says each bar as the arrow keys reach it', async () => {
    const { container } = await show({}, { defaults: { unit: 's' } });
    screen.getByRole('group', { name: /walk through them/ }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(readable(container.querySelector('[aria-live]')!)).toBe(
      'ingestor, failed: -5 s',
    );
  });

  it.each<[string, DataFrame[], RegExp]>([
    ['nothing', [], /Nothing was measured/],
    ['no names', [aTable({ ok: [1] })], /needs a field of texts/],
    ['no numbers', [aTable({ a: ['b'] })], /no field of numbers/],
  ])('says that there is %s', async (_, frames, text) => {
    await show({}, { frames });
    expect(screen.getByText('No data')).toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('does not draw more bars than a screen has', async () => {
    const values = Array.from({ length: 6_000 }, (_, index) => index);
    await show(
      {},
      { frames: [aTable({ name: values.map(String), value: values })] },
    );
    expect(screen.getByText('Too much to draw')).toBeInTheDocument();
  });

  it('draws 500 bars of values that are odd', async () => {
    const values = Array.from({ length: 500 }, (_, index) =>
      index % 7 === 0 ? NaN : index * 1e300,
    );
    const { bars, container } = await show(
      { xTickLabelRotation: 45 },
      { frames: [aTable({ name: values.map(String), value: values })] },
    );
    expect(bars().length).toBeGreaterThan(400);
    expect(container.innerHTML).not.toContain('NaN"');
  });
});
