import { HttpAuthService } from '@backstage/backend-plugin-api';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { SuggestionService } from '../discovery';
import { AlertService, SloStatusService } from '../observing';
import { ProvisioningService } from '../provisioning';
import {
  DashboardService,
  PanelQueryService,
  SloHistoryService,
  VariableService,
} from '../querying';
import { EntityReader } from './AuthorizedEntityReader';

/** What the routes are made of. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  /** Entities whose monitoring the caller may see. */
  entities: EntityReader;
  /** Entities whose metrics the caller may query. */
  metrics: EntityReader;
  slos: SloStatusService;
  alerts: AlertService;
  provisioning: ProvisioningService;
  suggestions: SuggestionService;
  packs: { list(): MonitoringPack[] };
  dashboards: DashboardService;
  panels: PanelQueryService;
  variables: VariableService;
  sloHistory: SloHistoryService;
}
