import {
  KeyboardEvent,
  useCallback,
  lazy,
  Suspense,
  useEffect,
  useState,
} from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  DashboardMark,
  DashboardModel,
  DashboardVariable,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PanelData } from '../types';
import { NotDrawn, PanelContent } from './PanelContent';
import { PanelBoundary } from './PanelBoundary';
import { preloadPanel } from './panelComponents';
import { PanelHeader } from './PanelHeader';
import { PanelLink } from './PanelLinks';
import { fillsFrame, panelState } from './panelState';
import { actionOfKey, PanelAction, usePanelActions } from './usePanelActions';
import { usePanelFrames } from './usePanelFrames';

// Seldom opened.
const PanelQueries = lazy(() =>
  import('./PanelQueries').then(module => ({ default: module.PanelQueries })),
);
const PanelTable = lazy(() =>
  import('./PanelTable').then(module => ({ default: module.PanelTable })),
);

/** Rows of the grid that a table needs to be of use inside its panel. */
const ROWS_OF_TABLE = 6;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  transparent: {
    borderColor: 'transparent',
    background: 'none',
  },
  progress: {
    position: 'absolute',
    top: 0,
    right: 0,
    left: 0,
    height: 2,
    backgroundColor: theme.palette.primary.main,
    animation: '$pulse 1s ease-in-out infinite alternate',
    '@media print': { display: 'none' },
  },
  '@keyframes pulse': {
    from: { opacity: 0.2 },
    to: { opacity: 1 },
  },
  content: {
    flex: 1,
    minHeight: 0,
    padding: theme.spacing(0.5, 1.5, 1),
  },
  // In two rows of the grid there is no room for padding around the padding of a figure.
  filled: {
    marginTop: theme.spacing(-0.5),
    padding: 0,
  },
}));

/** Props of {@link PanelFrame}. */
export interface PanelFrameProps {
  panel: PanelModel;
  /** With variables replaced. */
  title: string;
  /** Markdown, with variables replaced. */
  description?: string;
  /** For people: that the panel's time is not that of the page. */
  timeInfo?: string;
  data: PanelData;
  /** With what a repeat sets. */
  variables: VariableValues;
  definitions: DashboardVariable[];
  /** What the page shows. */
  timeRange: MonitoringTimeRange;
  /** What fires and is about this panel. */
  alerts: ActiveAlert[];
  /** Those that this panel shows. */
  marks: DashboardMark[];
  cursorSync: DashboardModel['cursorSync'];
  links: PanelLink[];
  /** Of the title: 3, or 4 inside a row that has one itself. */
  headingLevel: 3 | 4;
  /** The panel in Grafana; absent when there is none. */
  grafanaUrl?: string;
  /** Whether the panel is shown alone. */
  isViewed: boolean;
  /** Shows the panel alone, or the dashboard again. */
  onView: () => void;
  onCopyLink: () => void;
  /** Queries this panel again. */
  onRetry: () => void;
  onZoom: (range: MonitoringTimeRange) => void;
}

/** The frame of a panel, whatever it shows: nothing jumps between its states. */
export function PanelFrame(props: PanelFrameProps) {
  const { panel, title, data, variables } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [isTable, setTable] = useState(false);
  // The dialog stays while it closes.
  const [hadTable, setHadTable] = useState(false);
  const [showsQueries, setShowsQueries] = useState(false);
  const prepared = usePanelFrames(panel, data, variables, props.definitions);
  const state = panelState(panel, data, prepared);
  const isSmall = panel.gridPos.h < ROWS_OF_TABLE && !props.isViewed;
  const isTableInside = isTable && !isSmall && state === 'data';
  const error = data.failure ?? data.result?.error;
  const warnings = data.result?.warnings ?? [];

  useEffect(() => preloadPanel(panel.kind), [panel.kind]);

  const actions = usePanelActions(props, {
    state,
    frames: prepared.frames,
    isTable,
    setTable: useCallback((next: boolean) => {
      setTable(next);
      setHadTable(true);
    }, []),
    showQueries: useCallback(() => setShowsQueries(true), []),
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const action: PanelAction | undefined = actionOfKey(actions, event);
    if (action) {
      event.preventDefault();
      action.run();
    }
  };

  return (
    <Paper
      className={`${classes.root} ${
        panel.transparent ? classes.transparent : ''
      }`}
      variant="outlined"
      component="section"
      // A group, not a landmark: a page has too many panels to walk through as landmarks.
      role="group"
      tabIndex={-1}
      aria-label={title}
      aria-busy={data.isLoading}
      data-panel-key={panel.key}
      onKeyDown={onKeyDown}
    >
      {data.isLoading && data.result && (
        <div className={classes.progress} aria-hidden />
      )}
      <PanelHeader
        title={title}
        description={props.description}
        timeInfo={props.timeInfo}
        links={props.links}
        alerts={props.alerts}
        headingLevel={props.headingLevel}
        actions={actions}
        error={state === 'data' ? error : undefined}
        staleMs={data.result?.staleMs}
        warning={
          warnings.length > 0
            ? t('dashboards.panel.warnings', { warnings: warnings.join('; ') })
            : undefined
        }
      />
      <div
        className={`${classes.content} ${
          fillsFrame(panel, state) && !isTableInside ? classes.filled : ''
        }`}
      >
        <PanelBoundary
          resetKey={isTable ? panel : prepared}
          fallback={({ message }) => <NotDrawn panel={panel} error={message} />}
        >
          <PanelContent
            {...props}
            state={state}
            prepared={prepared}
            isTable={isTableInside}
          />
        </PanelBoundary>
      </div>
      <Suspense fallback={null}>
        {data.range && hadTable && (
          <PanelTable
            {...{ ...props, frames: prepared.frames, range: data.range }}
            open={isTable && isSmall}
            onClose={() => setTable(false)}
          />
        )}
        {showsQueries && (
          <PanelQueries
            title={title}
            data={data}
            frames={prepared.frames}
            open
            onClose={() => setShowsQueries(false)}
          />
        )}
      </Suspense>
    </Paper>
  );
}
