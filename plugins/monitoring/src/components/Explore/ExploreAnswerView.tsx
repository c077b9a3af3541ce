import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { MonitoringTimeRange } from '../../api';
import { formatDuration, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringExploreTranslationRef } from '../../translation';
import { CenteredMessage } from '../CenteredMessage';
import { ExploreMode } from './explorePanels';
import { ExploreResult } from './ExploreResult';
import { ExploreStatistics } from './ExploreStatistics';
import { ExploreAnswer } from './useExploreAnswer';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minHeight: 200,
  },
  warnings: {
    // They have names of metrics, which may be wider than a phone.
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link ExploreAnswerView}. */
export interface ExploreAnswerViewProps {
  mode: ExploreMode;
  answer: ExploreAnswer;
  onZoom: (range: MonitoringTimeRange) => void;
}

/** An answer in each of its states. */
export function ExploreAnswerView(props: ExploreAnswerViewProps) {
  const { mode, onZoom } = props;
  const { isLoading, answer, asked, error } = props.answer;
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const classes = useStyles();
  const timeFormat = useTimeFormat();

  if (answer && asked) {
    const { staleMs, warnings = [] } = answer;
    return (
      <div className={classes.root} aria-busy={isLoading}>
        {error && (
          <Typography role="status" variant="body2">
            {t('explore.kept', {
              time: formatTime(asked.range.to, timeFormat),
            })}
          </Typography>
        )}
        {staleMs !== undefined && (
          <Typography role="status" variant="body2">
            {t('explore.stale', { age: formatDuration(staleMs / 1_000) })}
          </Typography>
        )}
        {warnings.length > 0 && (
          <Typography
            className={classes.warnings}
            role="status"
            variant="body2"
          >
            {t('explore.warnings', { warnings: warnings.join('; ') })}
          </Typography>
        )}
        {mode === 'table' && (
          <Typography variant="caption">{t('explore.tableHelp')}</Typography>
        )}
        <ExploreResult
          mode={mode}
          answer={answer}
          range={asked.range}
          onZoom={onZoom}
        />
        <ExploreStatistics answer={answer} />
      </div>
    );
  }
  if (isLoading) {
    return (
      <Skeleton
        variant="rect"
        height={400}
        role="status"
        aria-label={t('explore.loading')}
      />
    );
  }
  // Why there is none stands beside the editor.
  return error ? null : (
    <CenteredMessage
      Icon={SearchIcon}
      title={t('explore.nothingAsked')}
      text={t('explore.nothingAskedHelp')}
    />
  );
}
