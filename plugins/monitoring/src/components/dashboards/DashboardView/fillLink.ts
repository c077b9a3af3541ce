import {
  DashboardLink,
  interpolateVariables,
  InterpolationOptions,
  isSafeAddress,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../../links';
import { PanelLink } from '../PanelFrame';

/** What links of a dashboard are filled with. */
export interface LinkContext extends InterpolationOptions {
  /** In the notation of addresses: `now-6h`, or Unix milliseconds. */
  time: { from: string; to: string };
  /** The dashboard in Grafana: addresses without a server are Grafana's. */
  grafanaUrl?: string;
}

/**
 * A link of a dashboard or a panel with variables, time and server filled in, as Grafana does.
 *
 * @returns undefined when it leads nowhere, or where a browser must not go
 */
export function fillLink(
  link: Pick<
    DashboardLink,
    'title' | 'url' | 'targetBlank' | 'includeVars' | 'keepTime'
  >,
  context: LinkContext,
): PanelLink | undefined {
  const written = interpolateVariables(link.url ?? '', {
    ...context,
    defaultFormat: 'percentencode',
    verbatim: {
      ...context.verbatim,
      __url_time_range: timeQuery(context.time),
      __all_variables: variablesQuery(context.variables),
    },
  });
  const url = isSafeAddress(written)
    ? safeUrl(absolute(written.replace(/\n/g, '').trim(), context.grafanaUrl))
    : undefined;
  if (!url) {
    return undefined;
  }
  return {
    title:
      interpolateVariables(link.title, { ...context, defaultFormat: 'text' }) ||
      url,
    url: withQuery(
      url,
      link.keepTime ? timeQuery(context.time) : '',
      link.includeVars ? variablesQuery(context.variables) : '',
    ),
    targetBlank: link.targetBlank,
  };
}

function timeQuery({ from, to }: LinkContext['time']): string {
  return String(new URLSearchParams({ from, to }));
}

/** The values of variables under the names that they have in addresses. */
export function variablesQuery(variables: VariableValues): string {
  return String(
    new URLSearchParams(
      Object.entries(variables).flatMap(([name, value]) =>
        [value].flat().map(one => [`var-${name}`, one]),
      ),
    ),
  );
}

/** Grafana may lie below a path: what comes before that of the dashboard is its own. */
function absolute(url: string, grafanaUrl: string | undefined): string {
  if (!grafanaUrl || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) {
    return url;
  }
  const root = grafanaUrl.replace(/\/d\/.*$/, '');
  return `${root}/${url.replace(/^\/+/, '')}`;
}

function withQuery(address: string, ...parts: string[]): string {
  const url = new URL(address);
  const query = [url.search.replace(/^\?/, ''), ...parts].filter(Boolean);
  url.search = query.join('&');
  return url.href;
}
