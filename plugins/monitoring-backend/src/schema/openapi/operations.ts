import {
  entity,
  environment,
  ENTITY_PATH,
  get,
  inPath,
  inQuery,
  limit,
  operation,
  refs,
} from './operationParts';
import { exploreOperations } from './exploreOperations';
import { provisioningOperations } from './provisioningOperations';
import { arrayOf, ref, Schema } from './shapes';
import { sloOperations } from './sloOperations';

/** The operations of the API. */
export const operations: Record<string, Schema> = {
  ...sloOperations,
  '/v1/alerts': get(
    'listAlerts',
    'The active alerts that the caller may see, from the latest snapshot',
    'AlertListResponse',
    [
      inQuery('state', arrayOf(ref('AlertState'))),
      inQuery('severity', arrayOf(ref('AlertSeverity'))),
      inQuery('owner', refs, 'Canonical entity refs'),
      inQuery('system', refs, 'Canonical entity refs'),
      limit(500),
    ],
  ),
  [ENTITY_PATH]: get(
    'getEntity',
    'What the annotations ask for, what is wrong with them, what was provisioned',
    'EntityMonitoringResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/alerts`]: get(
    'listEntityAlerts',
    "The entity's active alerts, from the latest snapshot",
    'AlertListResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/targets`]: get(
    'listEntityTargets',
    'Whether instances of the entity are scraped, and why not',
    'EntityTargetsResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/notifications/test`]: {
    post: operation({
      id: 'testNotification',
      summary: "Send a test message to one of the entity's channels",
      parameters: entity,
      body: 'TestNotificationRequest',
      success: { schema: 'TestNotificationResponse' },
    }),
  },
  [`${ENTITY_PATH}/suggestions`]: get(
    'listSuggestions',
    "Packs that the entity's live metrics would fill",
    'EntitySuggestionsResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/dashboards`]: get(
    'listEntityDashboards',
    "The dashboards of the entity's packs, and those it links to",
    'EntityDashboardsResponse',
    [...entity, environment],
  ),
  [`${ENTITY_PATH}/dashboards/{uid}`]: get(
    'getEntityDashboard',
    'One dashboard, with the values that the entity gives its variables',
    'EntityDashboardResponse',
    [...entity, inPath('uid', '^[A-Za-z0-9_-]{1,40}$'), environment],
  ),
  [`${ENTITY_PATH}/dashboards/{uid}/variables`]: {
    post: operation({
      id: 'listVariableChoices',
      summary: "What can be chosen for the dashboard's query variables",
      parameters: [
        ...entity,
        inPath('uid', '^[A-Za-z0-9_-]{1,40}$'),
        environment,
      ],
      body: 'DashboardVariablesRequest',
      success: { schema: 'DashboardVariablesResponse' },
    }),
  },
  [`${ENTITY_PATH}/dashboards/{uid}/marks`]: {
    post: operation({
      id: 'listDashboardMarks',
      summary:
        'What is marked on the graphs of a dashboard: annotations, deployments, changes',
      parameters: [
        ...entity,
        inPath('uid', '^[A-Za-z0-9_-]{1,40}$'),
        environment,
      ],
      body: 'DashboardMarksRequest',
      success: { schema: 'DashboardMarksResponse' },
    }),
  },
  [`${ENTITY_PATH}/available-dashboards`]: get(
    'listAvailableDashboards',
    'Dashboards in Grafana that the operator lets people look at from any entity',
    'AvailableDashboardsResponse',
    [
      ...entity,
      environment,
      inQuery('query', { type: 'string', maxLength: 200 }, 'Part of a title'),
      limit(200),
    ],
  ),
  [`${ENTITY_PATH}/panels/query`]: {
    post: operation({
      id: 'queryPanels',
      summary: 'The data of panels: one line of JSON per panel, as it finishes',
      parameters: [...entity, environment],
      body: 'PanelQueryRequest',
      success: {
        schema: 'PanelAnswer',
        contentType: 'application/x-ndjson',
      },
    }),
  },
  [`${ENTITY_PATH}/panels/exemplars`]: {
    post: operation({
      id: 'listPanelExemplars',
      summary:
        'Single observations behind the graphs of a panel, with links to their traces',
      parameters: [...entity, environment],
      body: 'PanelExemplarsRequest',
      success: { schema: 'PanelExemplarsResponse' },
    }),
  },
  ...exploreOperations,
  ...provisioningOperations,
};
