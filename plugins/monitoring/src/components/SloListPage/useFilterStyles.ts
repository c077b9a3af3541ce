import { makeStyles } from '@material-ui/core/styles';

/** The look of what narrows the list down. */
export const useFilterStyles = makeStyles(theme => ({
  select: {
    maxWidth: 240,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
  },
  display: {
    // The field's own have as many.
    '&&&': { padding: theme.spacing(0.875, 4, 0.875, 1) },
  },
  label: {
    color: theme.palette.textSubtle,
  },
  option: {
    paddingTop: 0,
    paddingBottom: 0,
    fontSize: theme.typography.body2.fontSize,
  },
  count: {
    marginLeft: 'auto',
    paddingLeft: theme.spacing(3),
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));
