import { alpha, useTheme } from '@material-ui/core/styles';
import { SloAlertRegion } from '@sightline/backstage-plugin-monitoring-common';
import { toneColors } from '../../theme/toneColors';
import { Plot, TimeSpan } from '../charts';

/** Shades the time in which a burn-rate pair was over its limit; one that pages looks graver. */
export function AlertBands(props: {
  alerts: SloAlertRegion[];
  span: TimeSpan;
  plot: Plot;
}) {
  const { alerts, span, plot } = props;
  const theme = useTheme();
  const isDark = theme.palette.type === 'dark';
  return (
    <>
      {mergeRegions(alerts, span).map(({ severity, start, end }) => (
        <rect
          key={`${severity}/${start}`}
          x={plot.x(start)}
          y={0}
          width={Math.max(1, plot.x(end) - plot.x(start))}
          height={plot.height}
          fill={alpha(
            toneColors(theme, severity === 'page' ? 'error' : 'warning').bar,
            isDark ? 0.2 : 0.1,
          )}
        />
      ))}
    </>
  );
}

/** Regions of one severity as one where they overlap: two layers would look like a third severity. */
export function mergeRegions(alerts: SloAlertRegion[], span: TimeSpan) {
  const merged: {
    severity: SloAlertRegion['severity'];
    start: number;
    end: number;
  }[] = [];
  const sorted = [...alerts].sort((a, b) => a.start - b.start);
  for (const severity of ['ticket', 'page'] as const) {
    let last: { start: number; end: number } | undefined;
    for (const alert of sorted.filter(one => one.severity === severity)) {
      const start = Math.max(span.from, alert.start);
      const end = Math.min(span.to, alert.end ?? span.to);
      if (end < start) {
        continue;
      }
      if (last && start <= last.end) {
        last.end = Math.max(last.end, end);
      } else {
        const region = { severity, start, end };
        merged.push(region);
        last = region;
      }
    }
  }
  return merged;
}
