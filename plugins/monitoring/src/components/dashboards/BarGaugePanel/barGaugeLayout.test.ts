import { textWidth } from '../figures';
import { barGaugeLayout } from './barGaugeLayout';

describe('barGaugeLayout', () => {
  it('keeps the figures of narrow bars whole', () => {
    const { value } = barGaugeLayout({ width: 20, height: 300 }, true, {
      name: 'service-30',
      value: '12.8%',
      options: { namePlacement: 'auto', valueMode: 'color' },
      text: {},
      font: 'sans-serif',
    });
    expect(value.size * textWidth('12.8%', 'sans-serif')).toBeLessThan(20);
  });
});
