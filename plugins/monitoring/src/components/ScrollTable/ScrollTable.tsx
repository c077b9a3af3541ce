import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    overflowX: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '& tbody tr:last-child > *': { borderBottom: 'none' },
    '& td, & th': {
      padding: theme.spacing(1.25, 2.5),
      lineHeight: 1.43,
      wordBreak: 'normal',
    },
    '& thead th': { whiteSpace: 'nowrap' },
  },
  wide: {
    '& table': { minWidth: 640 },
  },
  narrow: {
    [theme.breakpoints.down('xs')]: {
      '& td, & th': { padding: theme.spacing(1.25, 1) },
      '& td:first-child, & th:first-child': { paddingLeft: theme.spacing(2) },
    },
  },
}));

/** Props of {@link ScrollTable}. */
export interface ScrollTableProps {
  label: string;
  /** The table is content with the room that there is. */
  isNarrow?: boolean;
  children: ReactNode;
}

/** A table that scrolls inside its frame where it is wider than the page. */
export function ScrollTable(props: ScrollTableProps) {
  const classes = useStyles();
  return (
    <div
      className={`${classes.root} ${
        props.isNarrow ? classes.narrow : classes.wide
      }`}
      role="group"
      aria-label={props.label}
      // Keyboards scroll only what they can reach.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
