import { SloIncident } from '@sightline/backstage-plugin-monitoring-common';
import { ChartLabel, Plot, TimeSpan } from '../charts';
import { LEAST_BAND } from './IncidentBands';

/**
 * Labels of incidents, the present one first and then by what they cost, beside the line where
 * they begin.
 *
 * @param shareAt - budget left at a time
 */
export function incidentLabels(
  incidents: SloIncident[],
  options: {
    span: TimeSpan;
    plot: Plot;
    shareAt: (time: number) => number | undefined;
    textOf: (incident: SloIncident) => string;
  },
): ChartLabel[] {
  const { span, plot } = options;
  const gravity = ({ end, budgetShare }: SloIncident) =>
    end === undefined ? Infinity : budgetShare;
  return incidents
    .filter(({ start, end = span.to }) => end >= span.from && start <= span.to)
    .sort((a, b) => gravity(b) - gravity(a))
    .map(incident => {
      const { start, end = span.to } = incident;
      const left = plot.x(Math.max(span.from, start));
      const right = plot.x(Math.min(span.to, end));
      return {
        key: String(start),
        text: options.textOf(incident),
        x: (left + right) / 2,
        // Above where the line was before it fell, or below where it still falls.
        y:
          incident.end === undefined
            ? plot.y(options.shareAt(span.to) ?? 1) + 14
            : plot.y(options.shareAt(start) ?? 1) - 8,
        markWidth: Math.max(LEAST_BAND, right - left),
      };
    });
}
