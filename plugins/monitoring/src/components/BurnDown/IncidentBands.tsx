import { alpha, useTheme } from '@material-ui/core/styles';
import { SloIncident } from '@sightline/backstage-plugin-monitoring-common';
import { toneColors } from '../../theme/toneColors';
import { Plot, TimeSpan } from '../charts';

/** An incident of minutes in a month must still be seen. In pixels. */
export const LEAST_BAND = 4;

/** Marks when an SLO spent far more than it may. */
export function IncidentBands(props: {
  incidents: SloIncident[];
  span: TimeSpan;
  plot: Plot;
}) {
  const { incidents, span, plot } = props;
  const theme = useTheme();
  const color = alpha(toneColors(theme, 'error').bar, 0.35);
  return (
    <>
      {incidents.map(({ start, end = span.to }) => {
        const left = plot.x(Math.max(span.from, start));
        const right = plot.x(Math.min(span.to, end));
        const width = Math.max(LEAST_BAND, right - left);
        return (
          <rect
            key={start}
            x={Math.min(left, plot.width - width)}
            y={0}
            width={width}
            height={plot.height}
            fill={color}
          />
        );
      })}
    </>
  );
}
