import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { formatPercent } from '../../format';
import { railColor, toneColors } from '../../theme/toneColors';
import { monitoringRunsTranslationRef } from '../../translation';
import { shareScale } from './shareScale';

const useStyles = makeStyles(theme => ({
  bar: {
    position: 'relative',
    height: 12,
    borderRadius: 6,
  },
  fill: {
    height: '100%',
    borderRadius: 6,
  },
  limit: {
    position: 'absolute',
    top: -4,
    width: 2,
    height: 20,
    backgroundColor: theme.palette.text.primary,
  },
  legend: {
    position: 'relative',
    height: 24,
    marginTop: theme.spacing(0.75),
    fontVariantNumeric: 'tabular-nums',
    '& > *': { position: 'absolute', whiteSpace: 'nowrap' },
  },
}));

/** Props of {@link ShareBar}; shares are 0..1. */
export interface ShareBarProps {
  share: number;
  limit: number;
}

/** How much would go, beside how much may go without a person. */
export function ShareBar(props: ShareBarProps) {
  const { share, limit } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const end = shareScale(share, limit);
  const width = (part: number) => `${(part / end) * 100}%`;
  const words = {
    share: formatPercent(share, 1),
    limit: formatPercent(limit),
  };

  return (
    <div>
      <div
        className={classes.bar}
        style={{ backgroundColor: railColor(theme) }}
        role="img"
        aria-label={t('runs.brake.shareLabel', words)}
      >
        <div
          className={classes.fill}
          style={{
            width: width(share),
            backgroundColor: toneColors(theme, 'warning').bar,
          }}
        />
        <div className={classes.limit} style={{ left: width(limit) }} />
      </div>
      {/* The limit is left of the share, or nobody would be asked. */}
      <div className={classes.legend}>
        <Typography
          style={{
            left: `max(${width(limit)}, 80px)`,
            transform: 'translateX(-100%)',
          }}
          variant="caption"
        >
          {t('runs.brake.limit', { limit: words.limit })}
        </Typography>
        <Typography
          style={{ left: `min(${width(share)}, calc(100% - 64px))` }}
          variant="caption"
        >
          <strong>{words.share}</strong>
        </Typography>
      </div>
    </div>
  );
}
