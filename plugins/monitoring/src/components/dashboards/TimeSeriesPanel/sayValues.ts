import {
  ColorTheme,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import { AlignedSeries, formatMoment, PanelSeries } from '../series';

/** More than that nobody listens to. */
const MOST_SAID = 6;

/** What is said of the values at one time, the greatest first. */
export function sayValues(
  series: PanelSeries[],
  aligned: AlignedSeries,
  index: number,
  options: {
    visible: ReadonlySet<string>;
    theme: ColorTheme;
    timeZone?: string;
  },
): string {
  const { visible, theme, timeZone } = options;
  const said = series
    .flatMap((one, position) => {
      const value = aligned.values[position]?.[index];
      return visible.has(one.key) && typeof value === 'number'
        ? [{ one, value }]
        : [];
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_SAID)
    .map(
      ({ one, value }) =>
        `${one.name} ${
          displayField(one.field, { theme, timeZone })(value).full
        }`,
    );
  return `${formatMoment(aligned.times[index], timeZone)}: ${said.join(', ')}`;
}
