import { useState } from 'react';
import { ErrorBoundary } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { monitoringTranslationRef } from '../../../translation';
import { isQueried, PanelData } from '../types';
import { PanelContent } from './PanelContent';
import { PanelHeader } from './PanelHeader';
import { PanelMenu } from './PanelMenu';
import { PanelQueries } from './PanelQueries';
import { PanelTable } from './PanelTable';
import { panelState } from './panelState';

/** Rows of the grid that a table needs to be of use inside its panel. */
const ROWS_OF_TABLE = 6;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
  },
  transparent: {
    border: 'none',
    background: 'none',
  },
  progress: {
    position: 'absolute',
    top: 0,
    right: 0,
    left: 0,
    height: 2,
  },
  content: {
    flex: 1,
    minHeight: 0,
    padding: theme.spacing(0.5, 1.5, 1),
  },
}));

/** Props of {@link PanelFrame}. */
export interface PanelFrameProps {
  panel: PanelModel;
  /** With variables replaced. */
  title: string;
  data: PanelData;
  variables: VariableValues;
  /** What fires and is about this panel. */
  alerts: ActiveAlert[];
  /** Of the title: 3, or 4 inside a row that has one itself. */
  headingLevel: 3 | 4;
  /** The panel in Grafana; absent when there is none. */
  grafanaUrl?: string;
  onRetry: () => void;
  onZoom: (range: MonitoringTimeRange) => void;
}

/** The frame of a panel, whatever it shows: nothing jumps between its states. */
export function PanelFrame(props: PanelFrameProps) {
  const { panel, title, data, grafanaUrl } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [isTable, setTable] = useState(false);
  const [showsQueries, setShowsQueries] = useState(false);
  const state = panelState(panel, data);
  const isSmall = panel.gridPos.h < ROWS_OF_TABLE;
  const error = data.failure ?? data.result?.error;
  const warnings = data.result?.warnings ?? [];
  const doubts = [
    error && t('dashboards.panel.partly', { error }),
    warnings.length > 0 &&
      t('dashboards.panel.warnings', { warnings: warnings.join('; ') }),
  ].filter(Boolean);

  return (
    <Paper
      className={`${classes.root} ${
        panel.transparent ? classes.transparent : ''
      }`}
      variant="outlined"
      component="section"
      // A group, not a landmark: a page has too many panels to walk through as landmarks.
      role="group"
      aria-label={title}
      aria-busy={data.isLoading}
    >
      {data.isLoading && data.result && (
        <LinearProgress className={classes.progress} aria-hidden />
      )}
      <PanelHeader
        {...props}
        warning={state === 'data' ? doubts.join(' ') : undefined}
      >
        <PanelMenu
          title={title}
          hasTable={state === 'data' && panel.kind !== 'table'}
          isTable={isTable}
          hasQueries={isQueried(panel)}
          grafanaUrl={grafanaUrl}
          onTable={setTable}
          onQueries={() => setShowsQueries(true)}
        />
      </PanelHeader>
      <div className={classes.content}>
        <ErrorBoundary>
          <PanelContent
            {...props}
            state={state}
            isTable={isTable && !isSmall}
          />
        </ErrorBoundary>
      </div>
      {data.result && (
        <PanelTable
          panel={panel}
          title={title}
          result={data.result}
          variables={props.variables}
          open={isTable && isSmall}
          onClose={() => setTable(false)}
        />
      )}
      <PanelQueries
        title={title}
        result={data.result}
        open={showsQueries}
        onClose={() => setShowsQueries(false)}
      />
    </Paper>
  );
}
