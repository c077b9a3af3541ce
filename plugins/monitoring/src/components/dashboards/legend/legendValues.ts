import {
  calculationName,
  DataField,
  displayValue,
  FieldConfig,
  reduceValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { LegendValue } from './LegendItem';

/** What these calculations count is no longer in the unit of the values. */
const UNITS: Record<string, string> = {
  count: 'none',
  changeCount: 'none',
  distinctCount: 'none',
  diffperc: 'percent',
};

/**
 * The figures of a legend for one series, by the rules of Grafana's `getDisplayValuesForCalcs`.
 *
 * @param calculations - Grafana's ids: `mean`, `lastNotNull`, …
 */
export function legendValues(
  field: {
    values: readonly (number | null)[];
    config: FieldConfig;
    state?: DataField['state'];
  },
  calculations: string[],
  timeZone?: string,
): LegendValue[] {
  return calculations.map(calculation => {
    const number = reduceValues(field.values, calculation);
    const unit = Object.hasOwn(UNITS, calculation)
      ? UNITS[calculation]
      : field.config.unit;
    return {
      title: calculationName(calculation),
      text: displayValue(
        number,
        { ...field.config, unit },
        { timeZone, bounds: field.state?.range },
      ).full,
      number,
    };
  });
}
