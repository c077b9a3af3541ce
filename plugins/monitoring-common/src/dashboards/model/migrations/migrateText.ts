import { JsonObject } from '@backstage/types';
import { asObject, asText } from '../json';

/** A text whose content was the panel's own, before Grafana 7.1. */
export function migrateText(json: JsonObject): JsonObject {
  const options = asObject(json.options);
  const { content, mode } = json;
  const isFormer =
    typeof content === 'string' &&
    (typeof options.content !== 'string' ||
      Number.parseFloat(asText(json.pluginVersion) ?? '6.1') < 7.1);
  return {
    ...json,
    type: 'text',
    options: isFormer ? { content, mode: mode ?? 'markdown' } : options,
  };
}
