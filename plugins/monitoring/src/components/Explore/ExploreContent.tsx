import { useContext } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { ExploreResponse } from '@sightline/backstage-plugin-monitoring-common';
import { TimeRange } from '../../hooks/useTimeRange';
import { monitoringExploreTranslationRef } from '../../translation';
import { EnvironmentContext } from '../EnvironmentSelect/EnvironmentContext';
import { TimeBar } from '../TimeBar';
import { visuallyHidden } from '../dashboards/visuallyHidden';
import { ExploreAnswerView } from './ExploreAnswerView';
import { ExploreMode } from './explorePanels';
import { ExpressionForm } from './ExpressionForm';
import { ExploreAnswer } from './useExploreAnswer';

const MODES: ExploreMode[] = ['graph', 'table'];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  mode: {
    color: theme.palette.text.primary,
  },
  chosenMode: {
    '&&': { color: theme.palette.text.primary },
    fontWeight: 700,
  },
  // For those who listen: they do not see that an answer has come.
  said: visuallyHidden,
  scope: {
    overflowWrap: 'anywhere',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link ExploreContent}. */
export interface ExploreContentProps {
  entityRef: string;
  description: ExploreResponse;
  expression: string;
  mode: ExploreMode;
  timeRange: TimeRange;
  history: string[];
  answer: ExploreAnswer;
  onRun: (expression: string) => void;
  onMode: (mode: ExploreMode) => void;
}

/** The question, and below it the answer. */
export function ExploreContent(props: ExploreContentProps) {
  const { description, mode, timeRange, answer } = props;
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const classes = useStyles();
  const environment = useContext(EnvironmentContext);
  const { scope } = description;

  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <Typography className={classes.scope} variant="body2">
          {scope ? (
            <>
              {t('explore.scope')} <code>{scope}</code>
            </>
          ) : (
            t('explore.noScope')
          )}
        </Typography>
        <TimeBar timeRange={timeRange} />
      </div>
      <ExpressionForm
        entityRef={props.entityRef}
        environment={environment}
        range={timeRange.range}
        expression={props.expression}
        beginning={description.selector}
        history={props.history}
        error={answer.error}
        onRun={props.onRun}
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={mode}
        aria-label={t('explore.shownAs')}
        onChange={(_event, next: ExploreMode | null) =>
          next && props.onMode(next)
        }
      >
        {MODES.map(one => (
          <ToggleButton
            key={one}
            value={one}
            classes={{ root: classes.mode, selected: classes.chosenMode }}
          >
            {t(`explore.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className={classes.said} role="status">
        {!answer.isLoading &&
          answer.answer &&
          t('explore.answered', { count: answer.answer.frame.series.length })}
      </p>
      <ExploreAnswerView
        mode={mode}
        answer={answer}
        onZoom={timeRange.setAbsolute}
      />
    </div>
  );
}
