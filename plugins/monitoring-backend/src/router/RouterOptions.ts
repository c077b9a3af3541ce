import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { SuggestionService } from '../discovery';
import { AlertService, SloStatusService } from '../observing';
import { ProvisioningService, TestNotificationService } from '../provisioning';
import {
  DashboardService,
  ExemplarService,
  ExploreService,
  MarkService,
  PanelQueryService,
  SloDefinitionService,
  SloHistoryService,
  TargetService,
  VariableService,
} from '../querying';
import { AuthorizedEntityReader, EntityReader } from './AuthorizedEntityReader';
import { AuthorizedProvisioning } from './provisioning';

/** What the routes are made of. */
export interface RouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  /** Entities whose monitoring the caller may see. */
  entities: EntityReader;
  /** Entities whose metrics the caller may query. */
  metrics: Pick<AuthorizedEntityReader, 'readOne' | 'allows'>;
  /** Entities whose Prometheus the caller may ask freely. */
  explorable: EntityReader;
  /** Entities to whose channels the caller may send a test. */
  testable: EntityReader;
  /** Entities for which the caller may apply, decide and pause. */
  provisionable: Pick<AuthorizedEntityReader, 'readOne' | 'allows'>;
  slos: SloStatusService;
  alerts: AlertService;
  /** Of one entity, for a caller who was asked for his permission on it. */
  provisioning: ProvisioningService;
  /** Over all entities, as far as the caller may see and steer it. */
  runs: AuthorizedProvisioning;
  testNotifications: TestNotificationService;
  suggestions: SuggestionService;
  packs: { list(): MonitoringPack[] };
  dashboards: DashboardService;
  exemplars: ExemplarService;
  marks: MarkService;
  explore: ExploreService;
  panels: PanelQueryService;
  targets: TargetService;
  variables: VariableService;
  sloHistory: SloHistoryService;
  sloDefinitions: SloDefinitionService;
}
