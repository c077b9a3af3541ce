import { PanelValueName } from '@sightline/backstage-plugin-monitoring-node';

/** Panels that alerts and other dashboards name. */
export const OPENSEARCH_PANELS = {
  statusNow: 1,
  status: 10,
  shards: 11,
  reachable: 13,
  indices: 20,
  heap: 40,
  rejections: 52,
} as const;

/** The colours of a cluster or an index, in words. */
export const OPENSEARCH_STATUS: PanelValueName[] = [
  { value: 0, text: 'Green', state: 'good' },
  { value: 1, text: 'Yellow', state: 'look' },
  { value: 2, text: 'Red', state: 'bad' },
];

/** Share of the heap. */
export const OPENSEARCH_HEAP = { warning: 0.8, critical: 0.9 };

/** Share of the disk: from 85 % on no new shards, from 90 % on shards move away. */
export const OPENSEARCH_DISK = { warning: 0.85, critical: 0.9 };
