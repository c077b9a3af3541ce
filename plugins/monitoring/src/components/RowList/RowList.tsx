import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li:last-child': { borderBottom: 'none' },
  },
});

/** Props of {@link RowList}. */
export interface RowListProps {
  /** What is listed, where no heading says so. */
  label?: string;
  /** `li`s, each with a line below it; the last one goes without. */
  children: ReactNode;
}

/** A list of one row per thing. */
export function RowList(props: RowListProps) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.children}
    </ul>
  );
}
