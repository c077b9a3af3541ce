import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import { SloHistory } from '@sightline/backstage-plugin-monitoring-common';
import { formatBudget, formatDay, formatPercent } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { Tone, toneColors } from '../../theme/toneColors';
import { monitoringTranslationRef } from '../../translation';
import { burnDownShape } from './burnDownPath';

const SIZE = { width: 600, height: 72 };

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0, 1),
    color: theme.palette.textSubtle,
  },
  axis: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    textAlign: 'right',
    lineHeight: 1,
  },
  chart: {
    display: 'block',
    width: '100%',
    height: SIZE.height,
    overflow: 'visible',
  },
  times: {
    gridColumn: 2,
    display: 'flex',
    justifyContent: 'space-between',
  },
}));

/** The budget left as a line, beside the line of even spending. */
export function BurnDownChart(props: { history: SloHistory; tone: Tone }) {
  const { times, budgetRemaining } = props.history;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const format = useTimeFormat();
  const shape = burnDownShape(times, budgetRemaining, SIZE);
  const { bar } = toneColors(theme, props.tone);

  if (!shape) {
    return <Typography variant="body2">{t('slo.historyEmpty')}</Typography>;
  }
  return (
    <div className={classes.root}>
      <Typography className={classes.axis} variant="caption" component="div">
        <span>{formatPercent(1)}</span>
        <span>{formatPercent(Math.min(0, shape.lowest), 0)}</span>
      </Typography>
      <svg
        className={classes.chart}
        role="img"
        aria-label={t('slo.historyLabel', {
          first: formatBudget(shape.first),
          last: formatBudget(shape.last),
          lowest: formatBudget(shape.lowest),
        })}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        preserveAspectRatio="none"
      >
        <line
          x1={0}
          x2={SIZE.width}
          y1={shape.zero}
          y2={shape.zero}
          stroke={theme.palette.divider}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={shape.even}
          fill="none"
          stroke={alpha(theme.palette.text.primary, 0.5)}
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={shape.line}
          fill="none"
          stroke={bar}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Typography className={classes.times} variant="caption" component="div">
        <span>{formatDay(times[0] * 1000, format)}</span>
        <span>{t('slo.now')}</span>
      </Typography>
    </div>
  );
}
