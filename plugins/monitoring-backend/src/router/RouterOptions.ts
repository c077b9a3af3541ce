import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ManagedObject } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { AlertService, SloStatusService } from '../observing';
import {
  DashboardService,
  PanelQueryService,
  SloHistoryService,
} from '../querying';
import { EntityReader } from './AuthorizedEntityReader';

/** What the routes ask of provisioning. */
export interface ProvisioningReader {
  listObjects(entityRef: string): Promise<ManagedObject[]>;
  /** ISO 8601; `undefined` when no reconcile has looked at the entity yet. */
  lastReconciledAt(entityRef: string): Promise<string | undefined>;
}

/** What the routes are made of. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  /** Entities whose monitoring the caller may see. */
  entities: EntityReader;
  /** Entities whose metrics the caller may query. */
  metrics: EntityReader;
  slos: SloStatusService;
  alerts: AlertService;
  provisioning: ProvisioningReader;
  packs: { list(): MonitoringPack[] };
  dashboards: DashboardService;
  panels: PanelQueryService;
  sloHistory: SloHistoryService;
}
