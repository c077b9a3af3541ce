import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import {
  ExploreQueryResponse,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../api';
import { monitoringExploreTranslationRef } from '../../translation';
import { NoDataNotice } from '../dashboards/NoDataNotice';
import { PanelProps } from '../dashboards/types';
import { usePanelFrames } from '../dashboards/PanelFrame/usePanelFrames';
import { lazily } from '../lazily';
import { EXPLORE_PANELS, ExploreMode } from './explorePanels';

/** In pixels: of a graph, and the most of a table. */
const HEIGHT = 400;

const TimeSeriesPanel = lazily(
  () => import('../dashboards/TimeSeriesPanel').then(m => m.TimeSeriesPanel),
  <Skeleton variant="rect" width="100%" height="100%" />,
);
const TablePanel = lazily(
  () => import('../dashboards/TablePanel').then(m => m.TablePanel),
  // As high as what stood here while the answer was awaited.
  <Skeleton variant="rect" width="100%" height={HEIGHT} />,
);

const FORMATS = { graph: 'time_series', table: 'table' } as const;
const NONE = {};
const NO_LIST: never[] = [];

const useStyles = makeStyles({
  graph: {
    height: HEIGHT,
    minWidth: 0,
  },
  table: {
    // What is within scrolls as soon as it has to shrink.
    display: 'flex',
    flexDirection: 'column',
    maxHeight: HEIGHT,
    minWidth: 0,
  },
});

/** Props of {@link ExploreResult}. */
export interface ExploreResultProps {
  mode: ExploreMode;
  answer: ExploreQueryResponse;
  /** What was asked about. */
  range: MonitoringTimeRange;
  onZoom: (range: MonitoringTimeRange) => void;
}

/** An answer as panels of dashboards draw it. */
export function ExploreResult(props: ExploreResultProps) {
  const { mode, answer, range, onZoom } = props;
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const classes = useStyles();
  const panel = EXPLORE_PANELS[mode];
  const result = useMemo<PanelQueryResult>(
    () => ({
      panelId: panel.id,
      frames: [{ ...answer.frame, format: FORMATS[mode] }],
    }),
    [answer, panel, mode],
  );
  const { frames } = usePanelFrames(panel, { result, range }, NONE, NO_LIST);
  const panelProps = useMemo<PanelProps>(
    () => ({
      panel,
      title: t('explore.result'),
      frames,
      range,
      variables: NONE,
      alerts: NO_LIST,
      marks: NO_LIST,
      cursorSync: 'off',
      onZoom,
    }),
    [panel, t, frames, range, onZoom],
  );
  if (mode === 'graph') {
    return (
      <div className={classes.graph}>
        <TimeSeriesPanel {...panelProps} />
      </div>
    );
  }
  return answer.frame.series.length > 0 ? (
    <div className={classes.table}>
      <TablePanel {...panelProps} />
    </div>
  ) : (
    <NoDataNotice panel={panel} />
  );
}
