import { lazy, Suspense, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../translation';
import { NoDataNotice } from '../NoDataNotice';
import { isCompact, PanelNotice } from '../PanelNotice';
import { PanelProps } from '../types';
import { UnsupportedPanel } from '../UnsupportedPanel';
import { panelComponent } from './panelComponents';
import type { PanelFrameProps } from './PanelFrame';
import { PanelState, showsNoData } from './panelState';
import { PreparedFrames } from './usePanelFrames';

const DataTable = lazy(() =>
  import('./DataTable').then(module => ({ default: module.DataTable })),
);

/** Props of {@link PanelContent}. */
export interface PanelContentProps extends PanelFrameProps {
  state: PanelState;
  prepared: PreparedFrames;
  isTable: boolean;
}

/** What a panel shows below its title. */
export function PanelContent(props: PanelContentProps) {
  const { panel, data, state } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);

  switch (state) {
    case 'unsupported':
      return <UnsupportedPanel panel={panel} grafanaUrl={props.grafanaUrl} />;
    case 'waiting':
    case 'loading':
      return <Loading {...props} />;
    case 'failed':
      return (
        <PanelNotice
          Icon={ErrorOutlineIcon}
          role="alert"
          compact={isCompact(panel.gridPos)}
          title={t('dashboards.panel.failed')}
          text={`${asSentence(data.failure ?? data.result?.error ?? '')} ${t(
            'dashboards.panel.failedHelp',
          )}`}
          action={
            <Button size="small" onClick={props.onRetry}>
              {tShared('common.tryAgain')}
            </Button>
          }
        />
      );
    case 'no-data':
      if (props.prepared.failure !== undefined) {
        return <NotDrawn {...props} error={props.prepared.failure} />;
      }
      return showsNoData(panel) ? (
        <DrawnPanel {...props} />
      ) : (
        <NoDataNotice panel={panel} />
      );
    default:
      return <DrawnPanel {...props} />;
  }
}

/** What a panel says when something in it cannot be drawn. */
export function NotDrawn(
  props: Pick<PanelFrameProps, 'panel'> & { error: string },
) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    <PanelNotice
      Icon={ErrorOutlineIcon}
      role="alert"
      compact={isCompact(props.panel.gridPos)}
      title={t('dashboards.panel.notDrawn')}
      text={t('dashboards.panel.notDrawnHelp', { error: props.error })}
    />
  );
}

function Loading({ title, state }: PanelContentProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    <Skeleton
      variant="rect"
      width="100%"
      height="100%"
      animation={state === 'waiting' ? false : 'pulse'}
      role="status"
      aria-label={
        state === 'waiting'
          ? t('dashboards.panel.waiting')
          : t('dashboards.panel.loading', { title })
      }
    />
  );
}

function DrawnPanel(props: PanelContentProps) {
  const { panel, title, data, variables, alerts, onZoom } = props;
  const { marks, cursorSync, timeRange } = props;
  const { frames } = props.prepared;
  const { range = timeRange } = data;
  const panelProps = useMemo<PanelProps>(
    () => ({
      panel,
      title,
      frames,
      range,
      variables,
      alerts,
      marks,
      cursorSync,
      onZoom,
    }),
    [panel, title, frames, range, variables, alerts, marks, cursorSync, onZoom],
  );
  const Panel = panelComponent(panel.kind);
  if (props.isTable) {
    return (
      <Suspense fallback={<Loading {...props} />}>
        <DataTable {...panelProps} />
      </Suspense>
    );
  }
  return Panel ? (
    <Suspense fallback={<Loading {...props} />}>
      <Panel {...panelProps} />
    </Suspense>
  ) : (
    <UnsupportedPanel panel={panel} grafanaUrl={props.grafanaUrl} />
  );
}

/** Servers end what they say as they like. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
