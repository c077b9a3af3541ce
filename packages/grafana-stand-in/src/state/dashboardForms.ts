import { sortKeys } from './equalJson';
import { Dashboard, DashboardForm } from './GrafanaState';

/** The forms that 12.4 serves, the preferred one first. */
export const DASHBOARD_FORMS: readonly DashboardForm[] = [
  'v1beta1',
  'v0alpha1',
  'v2beta1',
  'v2alpha1',
];

const SCHEMA_VERSION = 42;
/** What 12.4 adds to each dashboard of the form `v1beta1`. */
const BUILT_IN_ANNOTATIONS = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};
const DEFAULTS = {
  annotations: { list: [BUILT_IN_ANNOTATIONS] },
  editable: true,
  fiscalYearStartMonth: 0,
  graphTooltip: 0,
  links: [],
  panels: [],
  schemaVersion: SCHEMA_VERSION,
  tags: [],
  templating: { list: [] },
  time: { from: 'now-6h', to: 'now' },
  timepicker: {},
  timezone: '',
  title: 'No Title',
  weekStart: '',
};

/** Whether a form is one of those that are no longer a list of panels. */
export function isSecondForm(form: DashboardForm): boolean {
  return form.startsWith('v2');
}

/** A spec with what `v1beta1` adds; one of an old schema is migrated, of which only `refresh` is imitated. */
export function withDefaults(spec: Record<string, any>): Record<string, any> {
  const isOld = spec.schemaVersion === undefined;
  const { panels } = spec;
  return sortKeys({
    ...DEFAULTS,
    ...(isOld ? { refresh: '' } : {}),
    ...spec,
    panels: Array.isArray(panels) ? panels : [],
  });
}

/** A spec of the second forms with all fields that 12.4 shows. */
export function fillSecond(spec: Record<string, any>): Record<string, any> {
  return {
    annotations: null,
    cursorSync: '',
    elements: null,
    layout: { kind: 'GridLayout', spec: { items: null } },
    links: null,
    preload: false,
    tags: null,
    title: '',
    variables: null,
    ...spec,
    timeSettings: {
      from: '',
      to: '',
      autoRefresh: '',
      autoRefreshIntervals: null,
      hideTimepicker: false,
      fiscalYearStartMonth: 0,
      ...spec.timeSettings,
    },
  };
}

/** A dashboard of a second form as the first one shows it; its panels are not converted. */
export function toFirst(spec: Record<string, any>): Record<string, any> {
  const { from, to, timezone, autoRefresh } = spec.timeSettings ?? {};
  return sortKeys({
    annotations: { list: [] },
    editable: true,
    fiscalYearStartMonth: 0,
    graphTooltip: 0,
    preload: spec.preload ?? false,
    refresh: autoRefresh ?? '',
    schemaVersion: SCHEMA_VERSION,
    tags: spec.tags ?? [],
    time: { from: from || 'now-6h', to: to || 'now' },
    ...(timezone ? { timezone } : {}),
    title: spec.title,
  });
}

/** The spec of a dashboard in one form; `undefined` where 12.4 converts what the stand-in cannot. */
export function specIn(
  dashboard: Pick<Dashboard, 'data' | 'second' | 'form'>,
  form: DashboardForm,
): Record<string, any> | undefined {
  if (isSecondForm(form)) {
    return dashboard.second;
  }
  const { uid, ...spec } = dashboard.data;
  return form === 'v1beta1' && !isSecondForm(dashboard.form)
    ? withDefaults(spec)
    : spec;
}
