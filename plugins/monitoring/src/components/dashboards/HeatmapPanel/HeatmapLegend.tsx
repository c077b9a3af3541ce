import { makeStyles } from '@material-ui/core/styles';
import {
  formattedText,
  formatValue,
} from '@sightline/backstage-plugin-monitoring-common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  scale: {
    flex: '0 1 280px',
    height: 8,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** Props of {@link HeatmapLegend}. */
export interface HeatmapLegendProps {
  palette: string[];
  range: { min: number; max: number };
  unit?: string;
  /** For those who do not see it. */
  label: string;
}

/** Which colour stands for how many. */
export function HeatmapLegend(props: HeatmapLegendProps) {
  const { palette, range, unit = 'short' } = props;
  const classes = useStyles();
  const write = (count: number) => formattedText(formatValue(count, unit));
  return (
    <div className={classes.root} role="group" aria-label={props.label}>
      <span>{write(range.min)}</span>
      <span
        className={classes.scale}
        style={{
          background: `linear-gradient(to right, ${palette.join(', ')})`,
        }}
        aria-hidden
      />
      <span>{write(range.max)}</span>
    </div>
  );
}
