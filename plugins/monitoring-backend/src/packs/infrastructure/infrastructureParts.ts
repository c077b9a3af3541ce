import {
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { MINIO_PANELS, minioPack } from '../minio';
import { natsPack, natsPanels } from '../nats';
import { OPENSEARCH_PANELS, opensearchPack } from '../opensearch';
import { postgresqlPack, postgresqlPanels } from '../postgresql';
import { redisPack, redisPanels } from '../redis';
import { Panel, pickPanels } from './pickPanels';

/** One kind of server that a platform may stand on. */
export interface InfrastructurePart {
  pack: MonitoringPack;
  /** Added to the ids of the pack's panels. */
  firstId: number;
  /** Its number in the first row, and its own row. */
  panels(context: PackContext): { stat: Panel; row: Panel[] };
}

/** All parts, in the order of the dashboard. */
export const INFRASTRUCTURE_PARTS: InfrastructurePart[] = [
  {
    pack: postgresqlPack,
    firstId: 100,
    panels(context) {
      const panels = postgresqlPanels(context, { firstId: this.firstId });
      return {
        stat: panels.pool,
        row: [
          panels.poolUsage,
          panels.connectionsByDatabase,
          panels.connectionsByState,
        ],
      };
    },
  },
  {
    pack: natsPack,
    firstId: 200,
    panels(context) {
      const panels = natsPanels(context, { firstId: this.firstId });
      return {
        stat: panels.pendingNow,
        row: [panels.pending, panels.ackPending, panels.streamRate],
      };
    },
  },
  {
    pack: redisPack,
    firstId: 300,
    panels(context) {
      const panels = redisPanels(context, { firstId: this.firstId });
      return {
        stat: panels.memory,
        row: [panels.memoryUsage, panels.hitRatio, panels.evictions],
      };
    },
  },
  {
    pack: minioPack,
    firstId: 400,
    panels(context) {
      const [stat, ...row] = pickPanels(
        minioPack.dashboards(context)[0],
        [
          MINIO_PANELS.capacityUsedNow,
          MINIO_PANELS.bandwidth,
          MINIO_PANELS.failedShare,
          MINIO_PANELS.capacityUsedShare,
          MINIO_PANELS.drives,
        ],
        this.firstId,
      );
      return { stat, row };
    },
  },
  {
    pack: opensearchPack,
    firstId: 500,
    panels(context) {
      const [stat, ...row] = pickPanels(
        opensearchPack.dashboards(context)[0],
        [
          OPENSEARCH_PANELS.statusNow,
          OPENSEARCH_PANELS.indices,
          OPENSEARCH_PANELS.status,
          OPENSEARCH_PANELS.heap,
        ],
        this.firstId,
      );
      return { stat, row };
    },
  },
];
