import { SloShortForm } from '../annotations/types';
import { latencyText } from './arithmetic/latencyText';

/** Title of an SLO for people; its name in parentheses and the environment, where it has them. */
export function sloTitle(form: SloShortForm, environment?: string): string {
  const titles = {
    availability: 'Availability',
    errors: 'Error ratio',
    uptime: 'Uptime',
    latency:
      form.thresholdSeconds === undefined
        ? 'Latency'
        : `Latency ≤ ${latencyText(form.thresholdSeconds)}`,
  };
  const title = titles[form.type];
  const named = form.name ? `${title} (${form.name})` : title;
  return environment ? `${named} · ${environment}` : named;
}
