import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { SloListResponse } from '@sightline/backstage-plugin-monitoring-common';
import { toneColors } from '../../theme/toneColors';
import { monitoringTranslationRef } from '../../translation';
import { STATE_LOOKS } from '../StateLabel';
import { totalOf } from './fleetState';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  icon: {
    fontSize: 32,
  },
}));

/** Props of {@link QuietSummary}. */
export interface QuietSummaryProps {
  counts: SloListResponse['counts'];
  /** How many alerts are pending: not yet a reason to act, and not silence either. */
  pending: number;
}

/** One sentence when nothing is wrong. */
export function QuietSummary(props: QuietSummaryProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { Icon } = STATE_LOOKS.ok;
  const total = totalOf(props.counts);

  const sentence = () => {
    if (props.pending > 0) {
      return t('widget.quietPending', { count: props.pending });
    }
    return props.counts.ok === total
      ? t('widget.quiet', { count: total })
      : t('widget.quietMixed');
  };
  return (
    <div className={classes.root}>
      <Icon
        className={classes.icon}
        style={{ color: toneColors(theme, 'ok').icon }}
        aria-hidden
      />
      <Typography variant="subtitle1" component="p">
        {sentence()}
      </Typography>
    </div>
  );
}
