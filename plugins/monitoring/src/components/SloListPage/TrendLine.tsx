import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatBudget, NO_VALUE } from '../../format';
import { railColor, Tone, toneColors } from '../../theme/toneColors';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { trendPath } from './trendPath';
import { SloTrend } from './useSloTrends';

const WIDTH = 96;
const HEIGHT = 28;

const useStyles = makeStyles({
  picture: {
    display: 'block',
    overflow: 'visible',
  },
});

/** Props of {@link TrendLine}. */
export interface TrendLineProps {
  /** Absent until it is known, empty where there is none. */
  trend?: SloTrend;
  tone: Tone;
}

/** How the budget went over the SLO's window. The line at the bottom is an empty budget. */
export function TrendLine(props: TrendLineProps) {
  const { trend, tone } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const drawn = trend && trendPath(trend, WIDTH, HEIGHT - 1);

  if (trend && !drawn) {
    return <>{NO_VALUE}</>;
  }
  const colors = toneColors(theme, tone);
  return (
    <svg
      className={classes.picture}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        drawn
          ? t('sloList.trendLabel', {
              first: formatBudget(drawn.first),
              last: formatBudget(drawn.last),
            })
          : t('sloList.trendLoading')
      }
    >
      <line
        x1={0}
        x2={WIDTH}
        y1={HEIGHT - 0.5}
        y2={HEIGHT - 0.5}
        stroke={railColor(theme)}
      />
      {drawn && (
        <path
          d={drawn.path}
          fill="none"
          stroke={tone === 'neutral' ? colors.bar : colors.icon}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
