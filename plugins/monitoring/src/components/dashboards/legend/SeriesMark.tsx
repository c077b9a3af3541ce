import { makeStyles } from '@material-ui/core/styles';
import { LegendItem } from './LegendItem';

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    flex: 'none',
    width: 14,
    height: 4,
    borderRadius: 2,
    // The colour is what tells the series apart.
    forcedColorAdjust: 'none',
  },
});

const BACKGROUNDS: Record<string, (color: string) => string> = {
  dash: color =>
    `repeating-linear-gradient(90deg, ${color} 0 6px, transparent 6px 8px)`,
  dot: color =>
    `repeating-linear-gradient(90deg, ${color} 0 3px, transparent 3px 5px)`,
};

/** The colour, and the line, of a series beside its name. */
export function SeriesMark(props: Pick<LegendItem, 'color' | 'line'>) {
  const classes = useStyles();
  const { color, line } = props;
  return (
    <span
      className={classes.mark}
      style={
        line
          ? { background: BACKGROUNDS[line](color) }
          : { backgroundColor: color }
      }
      aria-hidden
    />
  );
}
