import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { aPanelProps, looksProps } from '../../../__testUtils__/panelProps';
import { textLines } from '../../../__testUtils__/textLines';
import { gaugeArc } from './gaugeArc';
import { GaugePanel } from './GaugePanel';

type Json = Record<string, unknown>;

async function show(
  values: Record<string, (number | null)[]>,
  defaults: Json = {},
  options: Json = { showThresholdLabels: true },
) {
  return renderScreen(
    <GaugePanel
      {...aPanelProps(
        {
          type: 'gauge',
          title: 'Pool in use',
          options,
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
        },
        values,
      )}
    />,
  );
}

describe('GaugePanel', () => {
  it('says the last value and the scale of the whole', async () => {
    await show({ used: [0.2, 0.94, null] });
    const meter = screen.getByRole('meter', { name: 'Pool in use' });
    expect(meter).toHaveAttribute('aria-valuenow', '0.94');
    expect(meter).toHaveAttribute(
      'aria-valuetext',
      '94%, on a scale from 0% to 100%',
    );
  });

  it('writes the limits when the author wants it', async () => {
    const { container } = await show({ used: [0.94] });
    expect(textLines(container).join()).toBe('94%0%80%100%');
  });

  it('writes nothing but the figure otherwise', async () => {
    const { container } = await show({ used: [0.94] }, {}, {});
    expect(textLines(container)).toEqual(['94%']);
  });

  it('has one dial for each series, with its name', async () => {
    await show({ primary: [0.94], replica: [0.41] });
    expect(screen.getByRole('meter', { name: 'primary' })).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'replica' })).toBeInTheDocument();
  });

  it('draws the gallery’s gauges', async () => {
    await renderScreen(<GaugePanel {...looksProps(24)} />);
    expect(
      screen
        .getAllByRole('meter')
        .map(meter => meter.getAttribute('aria-valuetext')),
    ).toEqual([
      expect.stringMatching(/^18\.4\sreq\/s, on a scale from 0 req\/s to 30/),
      expect.stringMatching(/^4\.27\sreq\/s/),
      expect.stringMatching(/^8\.08\sreq\/s/),
    ]);
  });

  it('measures thresholds in percent by the scale', async () => {
    const { container } = await renderScreen(
      <GaugePanel {...looksProps(23)} />,
    );
    expect(textLines(container)).toEqual(['1.49 GiB']);
    // 40 % of 4 GB: below 60 %.
    expect(container.querySelector('path[stroke="#56A64B"]')).not.toBeNull();
  });

  it('does not leave its scale when the value does', async () => {
    await show({ used: [150] }, { unit: 'short', min: 0, max: 100 });
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '100');
    expect(screen.getByText('150')).toBeInTheDocument();
  });

  it('starts at the value that the author calls neutral', async () => {
    const { container } = await show(
      { used: [25] },
      { unit: 'short', min: 0, max: 100, custom: { neutral: 50 } },
    );
    const arcs = [...container.querySelectorAll('path')].map(path =>
      path.getAttribute('d'),
    );
    expect(arcs).toContain(gaugeArc(78, 0.25, 0.5));
  });

  it('says so when a series has no value', async () => {
    await show({ used: [0.5], other: [NaN, NaN] });
    expect(screen.getByRole('meter', { name: 'other' })).toHaveAttribute(
      'aria-valuenow',
      '0',
    );
  });

  it('says that there is no data, on a dial', async () => {
    const { container } = await show({}, { noValue: 'none yet' }, {});
    expect(textLines(container)).toEqual(['none yet']);
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
