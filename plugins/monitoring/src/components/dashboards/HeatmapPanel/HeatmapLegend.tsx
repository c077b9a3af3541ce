import { MouseEvent, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  displayField,
  FieldConfig,
} from '@sightline/backstage-plugin-monitoring-common';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    flex: 'none',
    width: 300,
    maxWidth: '100%',
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  scale: {
    height: 8,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    // The colours are what it is about.
    forcedColorAdjust: 'none',
  },
  bounds: {
    display: 'flex',
    justifyContent: 'space-between',
  },
  mark: {
    position: 'absolute',
    top: -2,
    width: 2,
    height: 12,
    background: theme.palette.text.primary,
    pointerEvents: 'none',
  },
  pointed: {
    position: 'absolute',
    top: 8,
    transform: 'translateX(-50%)',
    padding: theme.spacing(0, 0.5),
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    pointerEvents: 'none',
  },
}));

/** Props of {@link HeatmapLegend}. */
export interface HeatmapLegendProps {
  palette: string[];
  range: { min: number; max: number };
  /** How counts are written. */
  config: FieldConfig;
  /** For those who do not see it. */
  label: string;
}

/** Which colour stands for how many; the pointer reads what lies between. */
export function HeatmapLegend(props: HeatmapLegendProps) {
  const { palette, range, config } = props;
  const classes = useStyles();
  const [pointed, setPointed] = useState<number>();
  const display = displayField({ type: 'number', config }, { theme: 'dark' });
  const write = (count: number) => display(count).full;
  const onMouseMove = (event: MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / Math.max(1, width);
    setPointed(Math.min(1, Math.max(0, share)));
  };
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={props.label}
      onMouseMove={onMouseMove}
      onMouseLeave={() => setPointed(undefined)}
    >
      <div
        className={classes.scale}
        style={{
          background: `linear-gradient(to right, ${palette.join(', ')})`,
        }}
        aria-hidden
      />
      <div className={classes.bounds}>
        <span>{write(range.min)}</span>
        <span>{write(range.max)}</span>
      </div>
      {pointed !== undefined && (
        <>
          <span
            className={classes.mark}
            style={{ left: `${pointed * 100}%` }}
            aria-hidden
          />
          <span
            className={classes.pointed}
            style={{ left: `${pointed * 100}%` }}
            aria-hidden
          >
            {write(Math.floor(range.min + (range.max - range.min) * pointed))}
          </span>
        </>
      )}
    </div>
  );
}
