import { aPanelProps } from '../../../__testUtils__/panelProps';
import { fieldDisplays } from '@sightline/backstage-plugin-monitoring-common';
import { gaugeFigure } from '../figures';
import { barGradient } from './barBackground';

function gradientOf(color: object, value: number) {
  const { panel, frames } = aPanelProps(
    {
      type: 'bargauge',
      fieldConfig: {
        defaults: {
          min: 0,
          max: 100,
          color,
          thresholds: {
            mode: 'absolute',
            steps: [
              { color: '#00ff00', value: null },
              { color: '#ffff00', value: 40 },
              { color: '#ff0000', value: 80 },
            ],
          },
        },
      },
    },
    { a: [value] },
  );
  const [display] = fieldDisplays(
    frames,
    { calculations: ['last'], allValues: false, fields: '' },
    { theme: 'dark', fieldConfig: panel.fieldConfig },
  );
  return barGradient(
    gaugeFigure(display, { theme: 'dark' }),
    false,
    200,
    'dark',
  );
}

describe('barGradient', () => {
  it('has the colours of the limits that are reached', () => {
    expect(gradientOf({ mode: 'thresholds' }, 50)).toBe(
      'linear-gradient(90deg, #00ff00 0px, #ffff00 40px)',
    );
  });

  it('has one colour below the first limit', () => {
    expect(gradientOf({ mode: 'thresholds' }, 10)).toBe('#00ff00');
  });

  it('has all colours of a continuous mode along the scale', () => {
    expect(gradientOf({ mode: 'continuous-GrYlRd' }, 10)).toBe(
      'linear-gradient(90deg, #73BF69 0px, #FADE2A 100px, #F2495C 200px)',
    );
  });

  it('has the colour of the figure in other modes', () => {
    expect(gradientOf({ mode: 'fixed', fixedColor: '#123456' }, 10)).toBe(
      '#123456',
    );
  });
});
