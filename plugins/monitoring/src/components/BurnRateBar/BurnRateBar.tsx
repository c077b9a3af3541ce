import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { BurnRatePair } from '@sightline/backstage-plugin-monitoring-common';
import { formatBurnLimit, formatBurnRate } from '../../format';
import { railColor, toneColors } from '../../theme/toneColors';
import { monitoringSlosTranslationRef } from '../../translation';
import { burnScale } from './burnScale';

/** Labels of ticks that are nearer than that, as a share of the bar, overlap. */
const TICK_DISTANCE = 0.12;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    height: 28,
  },
  rail: {
    position: 'absolute',
    top: 4,
    left: 0,
    right: 0,
    height: 8,
    overflow: 'hidden',
    borderRadius: 4,
  },
  tick: {
    position: 'absolute',
    top: 1,
    height: 14,
    width: 2,
    transform: 'translateX(-1px)',
    backgroundColor: theme.palette.text.secondary,
  },
  tickLabel: {
    position: 'absolute',
    top: 15,
    transform: 'translateX(-50%)',
    fontSize: 11,
    lineHeight: 1.2,
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  deciding: {
    backgroundColor: theme.palette.text.primary,
    color: theme.palette.text.primary,
    fontWeight: 500,
  },
}));

/** Burn rate of the deciding pair against its limit, on a logarithmic scale. */
export function BurnRateBar(props: { pair: BurnRatePair }) {
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { longBurnRate, limit, firing, severity } = props.pair;
  const firingTone = severity === 'page' ? 'error' : 'warning';
  const { bar } = toneColors(theme, firing ? firingTone : 'neutral');
  // Where both would stand on the same spot, the limit is what matters.
  const ticks =
    Math.abs(burnScale(limit) - burnScale(1)) < TICK_DISTANCE
      ? [limit]
      : [1, limit];
  const limitText = formatBurnLimit(limit);

  return (
    <div
      className={classes.root}
      role="img"
      aria-label={
        longBurnRate === undefined
          ? t('slo.burnBarUnknown', { limit: limitText })
          : t('slo.burnBarLabel', {
              rate: formatBurnRate(longBurnRate),
              limit: limitText,
            })
      }
    >
      <div className={classes.rail} style={{ background: railColor(theme) }}>
        <div
          style={{
            height: '100%',
            width: `${burnScale(longBurnRate ?? 0) * 100}%`,
            background: bar,
          }}
        />
      </div>
      {ticks.map(tick => {
        const emphasis = tick === limit ? classes.deciding : '';
        const left = `${burnScale(tick) * 100}%`;
        return (
          <span key={tick}>
            <span className={`${classes.tick} ${emphasis}`} style={{ left }} />
            <span
              className={`${classes.tickLabel} ${emphasis}`}
              style={{ left, backgroundColor: 'transparent' }}
            >
              {formatBurnLimit(tick)}
            </span>
          </span>
        );
      })}
    </div>
  );
}
