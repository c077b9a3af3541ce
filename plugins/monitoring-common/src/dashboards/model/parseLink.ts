import { JsonObject } from '@backstage/types';
import { DashboardLink } from '../types';
import { addressText, asObjects, asText, asTexts } from './json';

/** The links of a dashboard or of a panel. One that leads nowhere is none. */
export function parseLinks(json: unknown): DashboardLink[] {
  return asObjects(json).flatMap(link => parseLink(link) ?? []);
}

function parseLink(json: JsonObject): DashboardLink | undefined {
  const isList = json.type === 'dashboards';
  const url = isList ? undefined : addressOf(json);
  return isList || url
    ? {
        title: asText(json.title) ?? '',
        ...(url && { url }),
        type: isList ? 'dashboards' : 'link',
        tags: asTexts(json.tags),
        tooltip: asText(json.tooltip),
        icon: asText(json.icon),
        asDropdown: json.asDropdown === true,
        targetBlank: json.targetBlank === true,
        includeVars: json.includeVars === true,
        keepTime: json.keepTime === true,
      }
    : undefined;
}

/** Before Grafana 6.2, a panel linked to dashboards by their names. */
function addressOf(json: JsonObject): string | undefined {
  const url =
    addressText(json.url) ??
    pathOf(json.dashUri) ??
    pathOf(json.dashboard, 'db/');
  const parameters = asText(json.params);
  if (!url || !parameters) {
    return url;
  }
  return `${url}${url.includes('?') ? '&' : '?'}${parameters}`;
}

function pathOf(name: unknown, folder = ''): string | undefined {
  const text = asText(name);
  if (!text) {
    return undefined;
  }
  const slug = text.toLowerCase().replace(/[^\w/]+/g, '-');
  return folder ? `dashboard/${folder}${slug}` : `dashboard/${text}`;
}
