import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  BurnRatePair,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatBurnLimit, formatSpan } from '../../format';
import { monitoringSlosTranslationRef } from '../../translation';
import { BurnRateBar } from '../BurnRateBar';
import { BurnRateFigure, SloQueries } from '../SloFigure';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    color: theme.palette.textSubtle,
  },
  rate: {
    color: theme.palette.text.primary,
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
  },
  over: {
    color: theme.palette.text.primary,
    fontWeight: 500,
  },
}));

/** The burn rate of the deciding pair, in words and as a bar. */
export function SloBurn(props: {
  slo: SloStatus;
  pair: BurnRatePair;
  queries: SloQueries;
}) {
  const { slo, pair, queries } = props;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const severity = pair.severity === 'page' ? t('slo.page') : t('slo.ticket');
  const limit = formatBurnLimit(pair.limit);

  return (
    <div>
      <Typography className={classes.line} variant="body2" component="div">
        <span>
          {t('slo.burnRate', { span: formatSpan(pair.longWindow) })}{' '}
          <span className={classes.rate}>
            <BurnRateFigure
              slo={slo}
              rate={pair.longBurnRate}
              window={pair.longWindow}
              queries={queries}
            />
          </span>
        </span>
        <span className={pair.firing ? classes.over : undefined}>
          {pair.firing
            ? t('slo.overLimit', { limit, severity })
            : t('slo.underLimit', { limit, severity })}
        </span>
      </Typography>
      <BurnRateBar pair={pair} />
    </div>
  );
}
