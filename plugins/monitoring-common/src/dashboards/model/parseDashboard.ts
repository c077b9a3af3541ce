import { DashboardModel } from '../types';
import { migratePanel } from './migrations/migratePanel';
import { isV2, readModel } from './readModel';
import { parseV1 } from './v1/parseV1';
import { parseV2 } from './v2/parseV2';

/**
 * A Grafana dashboard as Sightline understands it: v1 JSON of any version, whose former forms are
 * read as Grafana reads them, or v2.
 *
 * @remarks
 * Total: whatever the JSON holds, the result has everything that could be understood, and
 * panels that could not be are `unsupported`. The JSON that is given stays as it is.
 *
 * @param json - the dashboard itself, Grafana's answer with the dashboard inside, or a resource of
 * its Kubernetes-like API
 * @public
 */
export function parseDashboard(json: unknown): DashboardModel {
  return readModel(json, (dashboard, version) =>
    isV2(dashboard)
      ? parseV2(dashboard)
      : parseV1(dashboard, migratePanel, version),
  );
}
