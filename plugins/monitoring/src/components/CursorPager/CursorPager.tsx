import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../format';
import { Cursors } from '../../hooks/useCursors';
import { monitoringRunsTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  text: {
    flex: 1,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Props of {@link CursorPager}. */
export interface CursorPagerProps {
  pageSize: number;
  /** Items on this page. */
  shown: number;
  /** Items on all pages. */
  total: number;
  cursors: Cursors;
  /** Absent on the last page. */
  nextCursor?: string;
}

/** Which part of a list is shown, and the ways to its neighbours. */
export function CursorPager(props: CursorPagerProps) {
  const { pageSize, shown, total, cursors, nextCursor } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const before = cursors.page * pageSize;
  return (
    <>
      <Typography className={classes.text} variant="body2">
        {t('runs.list.shown', {
          from: formatNumber(Math.min(before + 1, total)),
          to: formatNumber(before + shown),
          total: formatNumber(total),
        })}
      </Typography>
      <Button
        size="small"
        disabled={cursors.page === 0}
        onClick={cursors.previous}
      >
        {t('runs.list.previous')}
      </Button>
      <Button
        size="small"
        disabled={!nextCursor}
        onClick={() => nextCursor && cursors.next(nextCursor)}
      >
        {t('runs.list.next')}
      </Button>
    </>
  );
}
