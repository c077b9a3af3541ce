import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  readable,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { BarGaugePanel } from './BarGaugePanel';

type Json = Record<string, unknown>;

const RATES = { gateway: [18.4], ingestor: [4.27], 'media-service': [8.08] };

async function show(options: Json = {}, defaults: Json = {}, values = RATES) {
  return renderScreen(
    <BarGaugePanel
      panel={aPanel({
        type: 'bargauge',
        options: { orientation: 'horizontal', ...options },
        fieldConfig: {
          defaults: { unit: 'reqps', min: 0, max: 30, ...defaults },
        },
      })}
      title="Requests"
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

describe('BarGaugePanel', () => {
  it.each(['horizontal', 'vertical'])(
    'says of each series what Grafana says, %s',
    async orientation => {
      const { container } = await show({ orientation });
      expect(screen.getAllByRole('meter')).toHaveLength(3);
      for (const text of [
        'gateway',
        '18.4 req/s',
        'ingestor',
        '4.27 req/s',
        'media-service',
        '8.08 req/s',
      ]) {
        expect(readable(container)).toContain(text);
      }
    },
  );

  it.each(['basic', 'gradient', 'lcd'])(
    'tells value and scale in the mode %s',
    async displayMode => {
      await show({ displayMode });
      expect(screen.getByRole('meter', { name: 'ingestor' })).toHaveAttribute(
        'aria-valuetext',
        '4.27 req/s, on a scale from 0 req/s to 30 req/s',
      );
    },
  );

  it('measures all bars by the largest value when the scale has no end', async () => {
    await show({}, { max: undefined });
    for (const meter of screen.getAllByRole('meter')) {
      expect(meter).toHaveAttribute('aria-valuemax', '18.4');
    }
  });

  it('does not write values that the author hides', async () => {
    const { container } = await show({ valueMode: 'hidden' });
    expect(readable(container)).not.toContain('18.4 req/s');
    expect(screen.getByRole('meter', { name: 'gateway' })).toHaveAttribute(
      'aria-valuenow',
      '18.4',
    );
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    expect((await axe(container)).violations).toEqual([]);
  });
});
