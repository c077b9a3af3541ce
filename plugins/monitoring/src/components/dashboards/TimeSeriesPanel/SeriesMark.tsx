import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    flex: 'none',
    width: 14,
    height: 4,
    borderRadius: 2,
  },
});

/** The colour of a series beside its name. */
export function SeriesMark(props: { color: string }) {
  const classes = useStyles();
  return (
    <span
      className={classes.mark}
      style={{ backgroundColor: props.color }}
      aria-hidden
    />
  );
}
