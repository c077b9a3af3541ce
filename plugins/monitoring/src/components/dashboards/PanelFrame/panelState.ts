import {
  PanelModel,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelData } from '../types';

/** What a panel shows. */
export type PanelState =
  | 'static'
  | 'unsupported'
  | 'waiting'
  | 'loading'
  | 'failed'
  | 'no-data'
  | 'data';

/** Decides what a panel shows; old data is better than none. */
export function panelState(panel: PanelModel, data: PanelData): PanelState {
  if (panel.kind === 'unsupported') {
    return 'unsupported';
  }
  if (panel.kind === 'text') {
    return 'static';
  }
  if (data.result && hasValues(data.result)) {
    return 'data';
  }
  if (data.isLoading && !data.result) {
    return 'loading';
  }
  if (data.failure || data.result?.error) {
    return 'failed';
  }
  return data.result ? 'no-data' : 'waiting';
}

function hasValues({ frames }: PanelQueryResult): boolean {
  return frames.some(({ series }) =>
    series.some(({ values }) => values.some(value => value !== null)),
  );
}
