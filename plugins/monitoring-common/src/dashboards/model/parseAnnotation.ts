import { JsonObject } from '@backstage/types';
import { DashboardAnnotation } from '../types';
import { asNumber, asObject, asObjects, asText, asTexts } from './json';
import { parseDatasource } from './parseTarget';

/** Names of the source that is Grafana itself. */
const OWN = new Set(['-- Grafana --', 'grafana']);

/** Colour of annotations that say none. */
const COLOR = 'rgba(0, 211, 255, 1)';

/**
 * The marks over the graphs. Grafana's own are always among them, as in Grafana, where they can
 * only be switched off.
 */
export function parseAnnotations(json: unknown): DashboardAnnotation[] {
  const list = asObjects(json).map(parseAnnotation);
  return list.some(one => one.isBuiltIn)
    ? list
    : [
        parseAnnotation({
          builtIn: 1,
          datasource: { type: 'grafana', uid: '-- Grafana --' },
          name: 'Annotations & Alerts',
          enable: true,
          hide: true,
        }),
        ...list,
      ];
}

function parseAnnotation(json: JsonObject): DashboardAnnotation {
  const target = asObject(json.target);
  const datasource = parseDatasource(json.datasource);
  const isOwn =
    OWN.has(datasource?.uid ?? '') || datasource?.type === 'grafana';
  const kind = asText(target.type) ?? asText(json.type);
  const tags = Array.isArray(target.tags) ? target.tags : json.tags;
  const filter = asObject(json.filter);
  const panelIds = Array.isArray(filter.ids)
    ? filter.ids.flatMap(id => asNumber(id) ?? [])
    : [];
  return {
    name: asText(json.name) ?? '',
    enabled: Boolean(json.enable),
    hidden: Boolean(json.hide),
    color: asText(json.iconColor) ?? COLOR,
    datasource,
    isBuiltIn: Boolean(json.builtIn),
    expr: isOwn ? undefined : asText(target.expr) ?? asText(json.expr),
    step: asText(target.interval) ?? asText(json.step),
    titleFormat: asText(json.titleFormat),
    textFormat: asText(json.textFormat),
    tagKeys: asText(json.tagKeys),
    useValueForTime: Boolean(json.useValueForTime),
    ...(isOwn && kind === 'tags' && { tags: tagsOf(tags) }),
    matchAny: Boolean(target.matchAny ?? json.matchAny),
    limit: asNumber(target.limit) ?? asNumber(json.limit),
    ...(panelIds.length > 0 && {
      filter: { exclude: filter.exclude === true, panelIds },
    }),
  };
}

/** A list, or before Grafana 4.6 a text with spaces or commas. */
function tagsOf(tags: unknown): string[] {
  return typeof tags === 'string'
    ? tags.split(/[\s,]+/).filter(tag => tag !== '')
    : asTexts(tags);
}
