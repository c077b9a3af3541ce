import { makeStyles } from '@material-ui/core/styles';
import { Sparkline as Course } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { sparklinePath } from './sparklinePath';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    left: 0,
    width: '100%',
  },
});

/** Props of {@link Sparkline}. */
export interface SparklineProps {
  course: Course;
  range: MonitoringTimeRange;
  /** Between two values, in milliseconds; what is further apart is not connected. */
  interval?: number;
  /** In pixels. */
  width: number;
  height: number;
  /** For CSS. */
  line: string;
  /** Absent when there is only a line. */
  area?: string;
}

/** The course of a figure, for eyes only: the panel's table has its values. */
export function Sparkline(props: SparklineProps) {
  const { course, range, interval, width, height, line, area } = props;
  const classes = useStyles();
  const path = sparklinePath(course, { width, height, range, interval });
  if (!path) {
    return null;
  }
  return (
    <svg
      className={classes.root}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {area && <path d={path.area} fill={area} />}
      <path
        d={path.line}
        fill="none"
        stroke={line}
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
      {path.highlightLine !== undefined && (
        <path
          d={`M0,${path.highlightLine}H${width}`}
          stroke={line}
          strokeWidth={1}
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
      )}
      {path.highlight && (
        <circle
          cx={path.highlight.x}
          cy={path.highlight.y}
          r={2.5}
          fill={line}
        />
      )}
    </svg>
  );
}
