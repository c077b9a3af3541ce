import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { gaugeArc } from './gaugeArc';
import { GaugePanel } from './GaugePanel';

type Json = Record<string, unknown>;

async function show(
  values: Record<string, (number | null)[]>,
  defaults: Json = {},
) {
  return renderScreen(
    <GaugePanel
      panel={aPanel({
        type: 'gauge',
        options: { showThresholdLabels: true },
        fieldConfig: {
          defaults: {
            unit: 'percentunit',
            thresholds: {
              mode: 'absolute',
              steps: [
                { color: 'green', value: null },
                { color: 'red', value: 0.8 },
              ],
            },
            ...defaults,
          },
        },
      })}
      title="Pool in use"
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

describe('GaugePanel', () => {
  it('says the last value and the scale', async () => {
    await show({ used: [0.2, 0.94, null] });
    const meter = screen.getByRole('meter', { name: 'Pool in use' });
    expect(meter).toHaveAttribute('aria-valuenow', '0.94');
    expect(meter).toHaveAttribute(
      'aria-valuetext',
      '94%, on a scale from 0% to 100%',
    );
  });

  it('has one dial for each series, with its name', async () => {
    await show({ primary: [0.94], replica: [0.41] });
    expect(screen.getByRole('meter', { name: 'primary' })).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'replica' })).toBeInTheDocument();
  });

  it('does not leave its scale when the value does', async () => {
    await show({ used: [150] }, { unit: 'short', min: 0, max: 100 });
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '100');
    expect(screen.getByText('150')).toBeInTheDocument();
  });

  it('says so when a series has no value', async () => {
    await show({ used: [0.5], other: [null] });
    expect(screen.getByRole('meter', { name: 'other' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('No data'),
    );
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show({ a: [0.9], b: [0.1] });
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('gaugeArc', () => {
  it('is symmetric, with its opening below', () => {
    expect(gaugeArc(100, 0, 1)).toBe('M-90.63,42.26A100,100 0 1 1 90.63,42.26');
  });

  it.each([
    [0, 0],
    [0.5, 0.4],
    [0, NaN],
  ])('draws nothing from %s to %s', (from, to) => {
    expect(gaugeArc(100, from, to)).toBe('');
  });
});
