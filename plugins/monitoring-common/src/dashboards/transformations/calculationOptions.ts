import { JsonObject } from '@backstage/types';
import { asObject } from '../model/json';

/** What Grafana takes for granted where the author has not chosen; an empty choice is one. */
const DEFAULTS = {
  cumulative: { reducer: 'sum' },
  reduce: { reducer: 'sum' },
  unary: { operator: 'abs', fieldName: '' },
  window: {
    reducer: 'mean',
    windowAlignment: 'trailing',
    windowSize: 0.1,
    windowSizeMode: 'percentage',
  },
} satisfies Record<string, JsonObject>;

/** The options of one way to calculate a field, in full. */
export function calculationOptions(
  options: JsonObject,
  way: keyof typeof DEFAULTS,
): JsonObject {
  return { ...DEFAULTS[way], ...asObject(options[way]) };
}
