import { useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import Skeleton from '@material-ui/lab/Skeleton';
import { preparePanelData } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { BarGaugePanel } from '../BarGaugePanel';
import { GaugePanel } from '../GaugePanel';
import { HeatmapPanel } from '../HeatmapPanel';
import { isCompact, PanelNotice } from '../PanelNotice';
import { StatPanel } from '../StatPanel';
import { TablePanel } from '../TablePanel';
import { TextPanel } from '../TextPanel';
import { TimeSeriesPanel } from '../TimeSeriesPanel';
import { UnsupportedPanel } from '../UnsupportedPanel';
import { DataTable } from './DataTable';
import type { PanelFrameProps } from './PanelFrame';
import { PanelState } from './panelState';

/** Props of {@link PanelContent}. */
export interface PanelContentProps extends PanelFrameProps {
  state: PanelState;
  isTable: boolean;
}

/** What a panel shows below its title. */
export function PanelContent(props: PanelContentProps) {
  const { panel, title, data, variables, state } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);

  switch (state) {
    case 'unsupported':
      return <UnsupportedPanel panel={panel} grafanaUrl={props.grafanaUrl} />;
    case 'static':
      return <TextPanel panel={panel} variables={variables} />;
    case 'waiting':
    case 'loading':
      return (
        <Skeleton
          variant="rect"
          width="100%"
          height="100%"
          animation={state === 'loading' ? 'pulse' : false}
          role="status"
          aria-label={
            state === 'loading'
              ? t('dashboards.panel.loading', { title })
              : t('dashboards.panel.waiting')
          }
        />
      );
    case 'failed':
      return (
        <PanelNotice
          Icon={ErrorOutlineIcon}
          role="alert"
          compact={isCompact(panel.gridPos)}
          title={t('dashboards.panel.failed')}
          text={[
            data.failure ?? data.result?.error,
            t('dashboards.panel.failedHelp'),
          ].join(' ')}
          action={
            <Button size="small" onClick={props.onRetry}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      );
    case 'no-data':
      return (
        <PanelNotice
          Icon={RemoveCircleOutlineIcon}
          compact={isCompact(panel.gridPos)}
          title={
            panel.fieldConfig.defaults.noValue ?? t('dashboards.panel.noData')
          }
          text={t('dashboards.panel.noDataHelp')}
        />
      );
    default:
      return <DataPanel {...props} />;
  }
}

function DataPanel(props: PanelContentProps) {
  const { panel, data, isTable, variables } = props;
  const { timeZone } = useContext(ClockContext);
  const { result } = data;
  const frames = useMemo(
    () =>
      result ? preparePanelData(panel, result, { variables, timeZone }) : [],
    [panel, result, variables, timeZone],
  );
  if (!result || !data.range) {
    return null;
  }
  const panelProps = {
    ...props,
    frames,
    result,
    range: data.range,
    marks: [],
    cursorSync: 'crosshair' as const,
  };
  if (isTable) {
    return <DataTable {...panelProps} />;
  }
  switch (panel.kind) {
    case 'stat':
      return <StatPanel {...panelProps} />;
    case 'gauge':
      return <GaugePanel {...panelProps} />;
    case 'bargauge':
      return <BarGaugePanel {...panelProps} />;
    case 'table':
      return <TablePanel {...panelProps} />;
    case 'heatmap':
      return <HeatmapPanel {...panelProps} />;
    default:
      return <TimeSeriesPanel {...panelProps} />;
  }
}
