import { makeStyles } from '@material-ui/core/styles';

/** Where the parts of the page stand: in two columns where there is room. */
export const useSloPageLayout = makeStyles(theme => ({
  stack: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignContent: 'start',
    [theme.breakpoints.down('xs')]: { gap: theme.spacing(2) },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('xs')]: { gap: theme.spacing(2) },
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    },
  },
}));
