import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  readable,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { sparklinePath } from './sparklinePath';
import { StatPanel } from './StatPanel';

type Json = Record<string, unknown>;

const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { color: 'green', value: null },
    { color: 'orange', value: 50 },
    { color: 'red', value: 90 },
  ],
};

async function show(
  values: Record<string, (number | null)[]>,
  options: Json = {},
  defaults: Json = {},
) {
  return renderScreen(
    <StatPanel
      panel={aPanel({
        type: 'stat',
        options,
        fieldConfig: { defaults: { unit: 'percent', ...defaults } },
      })}
      title="Pool"
      result={aResult(values)}
      range={STORY_RANGE}
      variables={{}}
      frames={[]}
      marks={[]}
      cursorSync="off"
      alerts={[]}
      onZoom={() => {}}
    />,
  );
}

describe('StatPanel', () => {
  it('shows the last value that there is', async () => {
    const { container } = await show({ used: [10, 94, null] });
    expect(readable(container)).toContain('94%');
    expect(screen.queryByText('used')).toBeNull();
  });

  it('names the figures when there are several', async () => {
    await show({ primary: [94], replica: [41] });
    expect(screen.getByText('primary')).toBeInTheDocument();
    expect(screen.getByText('replica')).toBeInTheDocument();
  });

  it('shows one figure for each calculation', async () => {
    const { container } = await show(
      { used: [10, 30] },
      { reduceOptions: { calcs: ['mean', 'max'] } },
    );
    expect(readable(container)).toContain('20%');
    expect(readable(container)).toContain('30%');
    expect(screen.getByText('used Max')).toBeInTheDocument();
  });

  it.each([
    [10, 'below 50%'],
    [50, 'from 50%'],
    [94, 'from 90%'],
  ])('says how good %s is, not by colour alone', async (value, meaning) => {
    await show({ used: [value] }, {}, { thresholds: THRESHOLDS });
    expect(screen.getByRole('img', { name: meaning })).toBeInTheDocument();
  });

  it('does not judge by limits that nobody chose', async () => {
    await show(
      { used: [94] },
      {},
      {
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: 80 },
          ],
        },
      },
    );
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('writes what the author wants for a value', async () => {
    await show(
      { up: [0] },
      { colorMode: 'background' },
      {
        thresholds: THRESHOLDS,
        mappings: [
          { type: 'value', options: { '0': { text: 'Down', color: 'red' } } },
        ],
      },
    );
    expect(screen.getByText('Down')).toBeInTheDocument();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('shows how much it changed when the author wants it', async () => {
    await show({ used: [100, 88] }, { showPercentChange: true });
    expect(screen.getByText('-12%')).toBeInTheDocument();
  });

  it('shows only the series that the author names', async () => {
    const { container } = await show(
      { used: [94], limit: [100] },
      { reduceOptions: { calcs: ['lastNotNull'], fields: '/^limit$/' } },
    );
    expect(readable(container)).toContain('100%');
    expect(readable(container)).not.toContain('94%');
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show(
      { primary: [10, 94], replica: [3, 41] },
      {},
      { thresholds: THRESHOLDS },
    );
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('sparklinePath', () => {
  it('fits the values into the box', () => {
    expect(sparklinePath([0, 5, 10], [0, 5, 10], 100, 20)).toEqual({
      line: 'M0,20L50,10L100,0',
      area: 'M0,20L0,20L50,10L100,0L100,20Z',
    });
  });

  it('leaves gaps open', () => {
    expect(sparklinePath([0, 1, 2, 3], [1, null, 1, 1], 30, 10)?.line).toBe(
      'M0,5M20,5L30,5',
    );
  });

  it('needs two values', () => {
    expect(sparklinePath([0, 1], [1, null], 10, 10)).toBeUndefined();
  });
});
