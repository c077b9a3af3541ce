import { VariableValues } from '@sightline/backstage-plugin-monitoring-common';

/** What a link into Grafana carries along. */
export interface GrafanaLinkOptions {
  /** In Grafana's notation. */
  from?: string | number;
  to?: string | number;
  variables?: VariableValues;
  panelId?: number;
}

/** A dashboard in Grafana, at the time and with the values that are shown here. */
export function grafanaLink(
  dashboardUrl: string,
  options: GrafanaLinkOptions,
): string {
  const url = new URL(dashboardUrl);
  if (options.from !== undefined && options.to !== undefined) {
    url.searchParams.set('from', String(options.from));
    url.searchParams.set('to', String(options.to));
  }
  for (const [name, value] of Object.entries(options.variables ?? {})) {
    url.searchParams.delete(`var-${name}`);
    for (const one of Array.isArray(value) ? value : [value]) {
      url.searchParams.append(`var-${name}`, one);
    }
  }
  if (options.panelId !== undefined) {
    url.searchParams.set('viewPanel', String(options.panelId));
  }
  return url.href;
}
