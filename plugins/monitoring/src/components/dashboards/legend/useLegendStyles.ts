import { makeStyles } from '@material-ui/core/styles';
import { visuallyHidden } from '../visuallyHidden';

/** How legends look. */
export const useLegendStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
    margin: 0,
    padding: theme.spacing(0.25),
    listStyle: 'none',
    fontSize: theme.typography.caption.fontSize,
    '& > li': {
      display: 'flex',
      alignItems: 'baseline',
      minWidth: 0,
      maxWidth: '100%',
    },
  },
  beside: {
    flexDirection: 'column',
    flexWrap: 'nowrap',
  },
  onRight: {
    marginLeft: 'auto',
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      position: 'sticky',
      top: 0,
      background: theme.palette.background.paper,
      fontWeight: 400,
    },
    '& tbody tr': {
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    [theme.breakpoints.down('xs')]: {
      // A line for the name and one for its figures: side by side they do not fit.
      '& thead': visuallyHidden,
      '& tr': {
        display: 'flex',
        flexWrap: 'wrap',
      },
      '& tbody td:first-child': {
        flexBasis: '100%',
        maxWidth: 'none',
      },
      '& td + td::before': {
        content: 'attr(data-name) " "',
        color: theme.palette.textSubtle,
      },
    },
    '& th, & td': {
      padding: theme.spacing(0.125, 1, 0.125, 0),
      textAlign: 'right',
      whiteSpace: 'nowrap',
    },
    '& th:first-child, & td:first-child': {
      width: '99%',
      minWidth: 96,
      maxWidth: 0,
      textAlign: 'left',
    },
  },
  tableBeside: {
    // As wide as the names, within the room that the layout leaves.
    '& th:first-child, & td:first-child': {
      width: 'auto',
      maxWidth: 320,
    },
  },
  header: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: theme.palette.textSubtle,
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  arrow: {
    marginLeft: theme.spacing(0.5),
  },
  item: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minWidth: 0,
    maxWidth: '100%',
    borderRadius: theme.shape.borderRadius,
  },
  button: {
    padding: theme.spacing(0.25, 0.5),
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    '&:hover': {
      background: theme.palette.action.hover,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  name: {
    whiteSpace: 'nowrap',
  },
  cut: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  off: {
    opacity: 0.45,
  },
  values: {
    marginLeft: theme.spacing(0.75),
    fontSize: 'inherit',
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));
