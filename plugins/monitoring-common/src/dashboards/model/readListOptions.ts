import { JsonObject, JsonValue } from '@backstage/types';
import { asChoice, asNumber, asObject, asText, asTexts } from './json';

/** What an alert list panel shows. @public */
export interface AlertListOptions {
  /** The alerts one by one, or only how many there are. */
  viewMode: 'list' | 'stat';
  /** At most so many. */
  maxItems: number;
  sort: 'name' | 'name-desc' | 'importance' | 'oldest' | 'newest';
  /** Labels whose values divide the list; empty for one list. */
  groupBy: string[];
  /** Part of a name, may hold variables. */
  name: string;
  /** Matchers as in PromQL, may hold variables: `{severity="critical"}`. */
  labels: string;
  /** Only alerts that belong to this dashboard. */
  ofDashboard: boolean;
  /** Those of which state are shown. */
  states: { firing: boolean; pending: boolean };
}

/** What a dashboard list panel shows. @public */
export interface DashboardListOptions {
  maxItems: number;
  /** Whether dashboards are looked for by words and tags. */
  showSearch: boolean;
  showStarred: boolean;
  showRecent: boolean;
  showHeadings: boolean;
  showFolders: boolean;
  /** May hold variables. */
  query: string;
  tags: string[];
  /** Whether links carry the time and the variables. */
  keepTime: boolean;
  includeVariables: boolean;
}

/** By Grafana's numbers. */
const SORTS: Record<number, AlertListOptions['sort']> = {
  1: 'name',
  2: 'name-desc',
  3: 'importance',
  4: 'oldest',
  5: 'newest',
};

/**
 * The options of an alert list panel; those of Grafana before 8 (`show`, `stateFilter` as a list)
 * are understood, too.
 *
 * @public
 */
export function readAlertListOptions(options: JsonObject): AlertListOptions {
  return {
    viewMode: asChoice(options.viewMode, ['list', 'stat']),
    maxItems: limitOf(options.maxItems, 20),
    sort: SORTS[asNumber(options.sortOrder) ?? 1] ?? 'name',
    groupBy: options.groupMode === 'custom' ? asTexts(options.groupBy) : [],
    name: asText(options.alertName) ?? '',
    labels: asText(options.alertInstanceLabelFilter) ?? '',
    ofDashboard:
      options.dashboardAlerts === true ||
      options.onlyAlertsOnDashboard === true,
    states: readStates(options.stateFilter),
  };
}

function readStates(filter: JsonValue | undefined): AlertListOptions['states'] {
  if (Array.isArray(filter)) {
    const names = asTexts(filter);
    const isAny = names.length === 0;
    return {
      firing: isAny || names.includes('alerting'),
      pending: isAny || names.includes('pending'),
    };
  }
  const { firing, pending } = asObject(filter);
  return { firing: firing !== false, pending: pending !== false };
}

/**
 * The options of a dashboard list panel.
 *
 * @public
 */
export function readDashboardListOptions(
  options: JsonObject,
): DashboardListOptions {
  return {
    maxItems: limitOf(options.maxItems ?? options.limit, 10),
    showSearch: options.showSearch === true || options.search === true,
    showStarred: options.showStarred !== false && options.starred !== false,
    showRecent: options.showRecentlyViewed === true || options.recent === true,
    showHeadings: options.showHeadings !== false && options.headings !== false,
    showFolders: options.showFolderNames !== false,
    query: asText(options.query) ?? '',
    tags: asTexts(options.tags),
    keepTime: options.keepTime === true,
    includeVariables: options.includeVars === true,
  };
}

function limitOf(json: JsonValue | undefined, usual: number): number {
  const limit = asNumber(json);
  return limit && limit > 0 ? Math.min(Math.floor(limit), 500) : usual;
}
