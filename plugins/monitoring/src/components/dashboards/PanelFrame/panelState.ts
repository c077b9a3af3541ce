import {
  frameLength,
  PanelKind,
  PanelModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { isQueried, PanelData } from '../types';
import { PreparedFrames } from './usePanelFrames';

/** What a panel shows. */
export type PanelState =
  | 'static'
  | 'unsupported'
  | 'waiting'
  | 'loading'
  | 'failed'
  | 'no-data'
  | 'data';

/** Kinds that draw a figure of their own where there is no value, as in Grafana. */
const WITH_EMPTY_FIGURE: ReadonlySet<PanelKind> = new Set([
  'stat',
  'gauge',
  'bargauge',
]);

/** Whether a panel itself shows that it has no data. */
export function showsNoData({ kind }: Pick<PanelModel, 'kind'>): boolean {
  return WITH_EMPTY_FIGURE.has(kind);
}

/** Whether what a panel draws reaches to the edges of its frame, as in Grafana. */
export function fillsFrame(
  { kind }: Pick<PanelModel, 'kind'>,
  state: PanelState,
): boolean {
  return kind === 'stat' && (state === 'data' || state === 'no-data');
}

/**
 * Decides what a panel shows; old data is better than none.
 *
 * @param prepared - what its answers came to
 */
export function panelState(
  panel: PanelModel,
  data: PanelData,
  prepared: Pick<PreparedFrames, 'frames' | 'isPending'>,
): PanelState {
  if (panel.kind === 'unsupported') {
    return 'unsupported';
  }
  if (!isQueried(panel)) {
    return 'static';
  }
  if (prepared.frames.some(frame => frameLength(frame) > 0)) {
    return 'data';
  }
  if ((data.isLoading && !data.result) || prepared.isPending) {
    return 'loading';
  }
  if (data.failure || data.result?.error) {
    return 'failed';
  }
  return data.result ? 'no-data' : 'waiting';
}
