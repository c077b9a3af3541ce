import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
  },
}));

/** Props of {@link TablePages}. */
export interface TablePagesProps {
  /** Of the rows on the page, counted from 1. */
  from: number;
  to: number;
  total: number;
  /** Absent on the first page. */
  onPrevious?: () => void;
  /** Absent on the last page. */
  onNext?: () => void;
}

/** Turns the pages of a table. */
export function TablePages(props: TablePagesProps) {
  const { from, to, total, onPrevious, onNext } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <IconButton
        size="small"
        disabled={!onPrevious}
        onClick={onPrevious}
        aria-label={t('dashboards.table.previousPage')}
      >
        <ChevronLeftIcon fontSize="small" />
      </IconButton>
      <Typography variant="caption" aria-live="polite">
        {t('dashboards.table.page', {
          from: String(from),
          to: String(to),
          total: String(total),
        })}
      </Typography>
      <IconButton
        size="small"
        disabled={!onNext}
        onClick={onNext}
        aria-label={t('dashboards.table.nextPage')}
      >
        <ChevronRightIcon fontSize="small" />
      </IconButton>
    </div>
  );
}
