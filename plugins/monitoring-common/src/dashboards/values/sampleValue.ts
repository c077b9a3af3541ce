import { PanelFrame } from '../../api/types';

type Sample = PanelFrame['series'][number]['values'][number];

/**
 * A sample as a number; NaN and infinities travel as text.
 *
 * @public
 */
export function sampleValue(sample: Sample): number | null {
  switch (sample) {
    case 'NaN':
      return NaN;
    case '+Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return sample;
  }
}
