import { makeStyles } from '@material-ui/core/styles';
import { ROW_HEIGHT } from './rowHeight';

/** The look that the list's tables share. */
export const useListTableStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    // One class more than that of the frame, whose cells are higher.
    '&& th, && td': {
      padding: theme.spacing(0, 1.25),
      textAlign: 'left',
    },
    '&& th:first-child, && td:first-child': {
      paddingLeft: theme.spacing(2.5),
    },
    '&& th:last-child, && td:last-child': {
      paddingRight: theme.spacing(2.5),
    },
    '&& .right': { textAlign: 'right' },
  },
  head: {
    height: 38,
    borderTop: `1px solid ${theme.palette.divider}`,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: theme.typography.caption.fontSize,
    textTransform: 'uppercase',
    letterSpacing: 0.5,
    '& th': {
      fontWeight: 700,
      color: theme.palette.textSubtle,
    },
  },
  sort: {
    '&&': { color: 'inherit' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  sorted: {
    '&&': { color: theme.palette.text.primary },
  },
  row: {
    height: ROW_HEIGHT,
    lineHeight: 1.43,
    color: theme.palette.text.primary,
  },
  shaded: {
    backgroundColor: theme.palette.background.default,
  },
  line: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  strong: {
    fontWeight: 500,
  },
  detail: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.palette.textSubtle,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.33,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));
