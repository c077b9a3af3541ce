import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { monitoringDashboardsTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flex: 'none',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Props of {@link RowPages}. */
export interface RowPagesProps {
  /** The first row that is shown, from 0. */
  first: number;
  perPage: number;
  total: number;
  onPage: (first: number) => void;
}

/** Turns the pages of many rows. */
export function RowPages({ first, perPage, total, onPage }: RowPagesProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <IconButton
        size="small"
        aria-label={t('dashboards.table.previousPage')}
        disabled={first === 0}
        onClick={() => onPage(Math.max(0, first - perPage))}
      >
        <ChevronLeftIcon fontSize="small" />
      </IconButton>
      <span aria-live="polite">
        {t('dashboards.table.page', {
          from: String(first + 1),
          to: String(Math.min(total, first + perPage)),
          total: String(total),
        })}
      </span>
      <IconButton
        size="small"
        aria-label={t('dashboards.table.nextPage')}
        disabled={first + perPage >= total}
        onClick={() => onPage(first + perPage)}
      >
        <ChevronRightIcon fontSize="small" />
      </IconButton>
    </div>
  );
}
