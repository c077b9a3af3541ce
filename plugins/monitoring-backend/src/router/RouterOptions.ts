import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { SuggestionService } from '../discovery';
import { AlertService, SloStatusService } from '../observing';
import { ProvisioningService, TestNotificationService } from '../provisioning';
import {
  DashboardService,
  PanelQueryService,
  SloHistoryService,
  VariableService,
} from '../querying';
import { EntityReader } from './AuthorizedEntityReader';

/** What the routes are made of. */
export interface RouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  /** Entities whose monitoring the caller may see. */
  entities: EntityReader;
  /** Entities whose metrics the caller may query. */
  metrics: EntityReader;
  /** Entities to whose channels the caller may send a test. */
  testable: EntityReader;
  slos: SloStatusService;
  alerts: AlertService;
  provisioning: ProvisioningService;
  testNotifications: TestNotificationService;
  suggestions: SuggestionService;
  packs: { list(): MonitoringPack[] };
  dashboards: DashboardService;
  panels: PanelQueryService;
  variables: VariableService;
  sloHistory: SloHistoryService;
}
