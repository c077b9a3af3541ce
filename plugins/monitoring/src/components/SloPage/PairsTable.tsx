import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import {
  BurnRatePair,
  SloDetailResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatBurnLimit, formatSpan } from '../../format';
import { toneColors } from '../../theme/toneColors';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { BurnRateFigure, knownQueries } from '../SloFigure';
import { pairsByWindow } from './burnLines';

const useStyles = makeStyles(theme => ({
  figure: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  long: {
    fontWeight: 500,
  },
  notifies: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
    fontWeight: 500,
  },
  icon: {
    fontSize: 18,
  },
  quiet: {
    color: theme.palette.textSubtle,
    whiteSpace: 'nowrap',
  },
}));

/** Each pair of burn rates against its limit, and whom it tells. */
export function PairsTable(props: { detail: SloDetailResponse }) {
  const { status, alerting, queries } = props.detail;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const known = knownQueries(queries);

  return (
    <ScrollTable label={t('sloPage.burnRate.title')} isNarrow>
      <Table size="small" aria-label={t('sloPage.burnRate.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('sloPage.burnRate.windows')}</TableCell>
            <TableCell align="right">{t('sloPage.burnRate.long')}</TableCell>
            <TableCell align="right">{t('sloPage.burnRate.short')}</TableCell>
            <TableCell align="right">
              {t('sloPage.burnRate.limitColumn')}
            </TableCell>
            <TableCell>{t('sloPage.burnRate.notifies')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {pairsByWindow(status.burnRates).map(pair => (
            <TableRow key={pair.tier}>
              <TableCell className={classes.figure}>
                {t('sloPage.burnRate.pair', {
                  long: formatSpan(pair.longWindow),
                  short: formatSpan(pair.shortWindow),
                })}
              </TableCell>
              <TableCell
                align="right"
                className={`${classes.figure} ${classes.long}`}
              >
                <BurnRateFigure
                  slo={status}
                  rate={pair.longBurnRate}
                  window={pair.longWindow}
                  queries={known}
                />
              </TableCell>
              <TableCell align="right" className={classes.figure}>
                <BurnRateFigure
                  slo={status}
                  rate={pair.shortBurnRate}
                  window={pair.shortWindow}
                  queries={known}
                />
              </TableCell>
              <TableCell align="right" className={classes.figure}>
                {formatBurnLimit(pair.limit)}
              </TableCell>
              <TableCell>
                <Notifies pair={pair} isOn={alerting.enabled} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}

function Notifies(props: { pair: BurnRatePair; isOn: boolean }) {
  const { firing, severity } = props.pair;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const isPage = severity === 'page';

  if (!props.isOn) {
    return (
      <span className={classes.quiet}>{t('sloPage.burnRate.nobody')}</span>
    );
  }
  if (!firing) {
    return (
      <span className={classes.quiet}>
        {isPage
          ? t('sloPage.burnRate.quietPage')
          : t('sloPage.burnRate.quietTicket')}
      </span>
    );
  }
  return (
    <span className={classes.notifies}>
      <NotificationsActiveIcon
        className={classes.icon}
        style={{ color: toneColors(theme, isPage ? 'error' : 'warning').icon }}
        aria-hidden
      />
      {isPage ? t('sloPage.burnRate.page') : t('sloPage.burnRate.ticket')}
    </span>
  );
}
