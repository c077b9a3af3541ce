import { JsonObject } from '@backstage/types';
import { asObject, asObjects } from '../json';
import { upgradeMappings } from './oldMappings';

/** Mappings of before Grafana 8, and series hidden from the graph, in their present form. */
export function migrateFieldConfig(json: JsonObject): JsonObject {
  const { defaults, overrides } = asObject(json.fieldConfig);
  const { mappings, thresholds } = asObject(defaults);
  return {
    ...json,
    fieldConfig: {
      defaults: {
        ...asObject(defaults),
        ...(mappings !== undefined && {
          mappings: upgradeMappings(mappings, thresholds),
        }),
      },
      overrides: asObjects(overrides).map(override => ({
        ...override,
        properties: asObjects(override.properties).map(presentProperty),
      })),
    },
  };
}

function presentProperty(property: JsonObject): JsonObject {
  const { id, value } = property;
  if (id === 'mappings') {
    return { id, value: upgradeMappings(value) };
  }
  if (id === 'custom.hideFrom') {
    const { graph, ...hidden } = asObject(value);
    const viz = hidden.viz ?? graph ?? false;
    return { id, value: { ...hidden, viz, ...(viz && { tooltip: true }) } };
  }
  return property;
}
