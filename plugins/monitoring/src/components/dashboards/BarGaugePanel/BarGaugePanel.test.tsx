import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { aPanelProps, looksProps } from '../../../__testUtils__/panelProps';
import { textLines } from '../../../__testUtils__/textLines';
import { BarGaugePanel } from './BarGaugePanel';

type Json = Record<string, unknown>;

const RATES = { gateway: [18.4], ingestor: [4.27], 'media-service': [8.08] };

async function show(
  options: Json = {},
  defaults: Json = {},
  values: Record<string, number[]> = RATES,
) {
  return renderScreen(
    <BarGaugePanel
      {...aPanelProps(
        {
          type: 'bargauge',
          title: 'Requests',
          options: { orientation: 'horizontal', ...options },
          fieldConfig: {
            defaults: { unit: 'reqps', min: 0, max: 30, ...defaults },
          },
        },
        values,
      )}
    />,
  );
}

describe('BarGaugePanel', () => {
  it.each([25, 26, 27])(
    'says on panel %s of the gallery what Grafana says',
    async id => {
      const { container } = await renderScreen(
        <BarGaugePanel {...looksProps(id)} />,
      );
      expect(textLines(container)).toEqual(looksPanel(id).texts?.text);
    },
  );

  it.each(['basic', 'gradient', 'lcd'])(
    'tells value and scale in the mode %s',
    async displayMode => {
      await show({ displayMode });
      expect(screen.getByRole('meter', { name: 'ingestor' })).toHaveAttribute(
        'aria-valuetext',
        '4.27\u202freq/s, on a scale from 0 req/s to 30 req/s',
      );
    },
  );

  it('measures all bars by the largest value when the scale has no end', async () => {
    await show({}, { max: undefined });
    for (const meter of screen.getAllByRole('meter')) {
      expect(meter).toHaveAttribute('aria-valuemax', '18.4');
    }
  });

  it('does not name a bar that is alone, unless the author names it', async () => {
    const { container } = await show({}, {}, { gateway: [18.4] });
    expect(textLines(container)).toEqual(['18.4 req/s']);
    const named = await show({}, { displayName: 'all' }, { gateway: [18.4] });
    expect(textLines(named.container)).toEqual(['all', '18.4 req/s']);
  });

  it.each([
    [{ namePlacement: 'hidden' }, ['18.4 req/s', '4.27 req/s', '8.08 req/s']],
    [{ valueMode: 'hidden' }, ['gateway', 'ingestor', 'media-service']],
  ])('leaves out what the author hides: %j', async (options, lines) => {
    const { container } = await show(options);
    expect(textLines(container)).toEqual(lines);
    expect(screen.getByRole('meter', { name: 'gateway' })).toHaveAttribute(
      'aria-valuenow',
      '18.4',
    );
  });

  it('has a legend for those who ask for it', async () => {
    await show({ legend: { showLegend: true, displayMode: 'list' } });
    expect(
      screen.getByRole('list', { name: 'Legend of Requests' }),
    ).toHaveTextContent('gateway');
  });

  it('can be scrolled by the keyboard when not all bars fit', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`pod-${index}`, [index]]),
    );
    await show({}, {}, many);
    expect(screen.getByRole('list', { name: 'Requests' })).toHaveAttribute(
      'tabindex',
      '0',
    );
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    expect((await axe(container)).violations).toEqual([]);
  });
});
