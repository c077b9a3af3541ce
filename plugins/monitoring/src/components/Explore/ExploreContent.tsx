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
import { ExploreAnswerView } from './ExploreAnswerView';
import { ExploreMode } from './explorePanels';
import { ExpressionForm } from './ExpressionForm';
import { ExploreAnswer } from './useExploreAnswer';

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
        <ToggleButton value="graph">{t('explore.graph')}</ToggleButton>
        <ToggleButton value="table">{t('explore.table')}</ToggleButton>
      </ToggleButtonGroup>
      <ExploreAnswerView
        mode={mode}
        answer={answer}
        onZoom={timeRange.setAbsolute}
      />
    </div>
  );
}
