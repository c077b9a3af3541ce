import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ROW_HEIGHT } from './rowHeight';

const ROWS = 10;

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(0, 2.5, 2),
  },
}));

/** Keeps the place of the rows while they load. */
export function RowsSkeleton() {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={t('sloList.loading')}
    >
      {Array.from({ length: ROWS }, (_, index) => (
        <Skeleton key={index} height={ROW_HEIGHT} />
      ))}
    </div>
  );
}
