import { SloShortForm } from '../annotations/types';
import { latencyText } from './latencyText';

/** Title of an SLO for people; its name, where it has one, in parentheses. */
export function sloTitle(form: SloShortForm): string {
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
  return form.name ? `${title} (${form.name})` : title;
}
