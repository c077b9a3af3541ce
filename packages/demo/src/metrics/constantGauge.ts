import { GaugeFamily } from './GaugeFamily';

/** A gauge with one series that never changes: a setting, a limit, a state of health. */
export function constantGauge(
  name: string,
  help: string,
  value: number,
  labels: Record<string, string> = {},
): GaugeFamily {
  const family = new GaugeFamily(name, help);
  family.with(labels, value);
  return family;
}
