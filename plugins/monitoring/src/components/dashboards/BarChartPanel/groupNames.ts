import {
  ColorTheme,
  DataField,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import { timeTicks } from '../series';

/** What the groups of a bar chart are called; times as on an axis, unless the author has a form for them. */
export function groupNames(
  field: DataField,
  look: { theme: ColorTheme; timeZone?: string },
): string[] {
  const display = displayField(field, look);
  if (field.type !== 'time' || field.config.unit?.startsWith('time:')) {
    return field.values.map(value => display(value).full);
  }
  const times = field.values.map(Number);
  const steps = times.slice(1).map((time, index) => time - times[index]);
  const step = Math.min(...steps.filter(one => one > 0));
  return timeTicks(times, Number.isFinite(step) ? step : 60_000, look.timeZone);
}
