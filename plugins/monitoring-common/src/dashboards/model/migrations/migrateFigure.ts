import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObject, asObjects, asText } from '../json';
import { presentReducer } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

const PERCENT: Record<string, number> = { percent: 100, percentunit: 1 };

/**
 * A stat, gauge or bar gauge of Grafana 6 to 7 in the present form: what was in `valueOptions` or
 * `fieldOptions` goes into `fieldConfig` and `reduceOptions`.
 */
export function migrateFigure(json: JsonObject): JsonObject {
  const options = withValueOptions(json);
  const fieldOptions = asObject(options.fieldOptions);
  const { defaults, overrides } = asObject(json.fieldConfig);
  const own = asObject(fieldOptions.defaults);
  const config = withoutEmpty({
    ...asObject(defaults),
    ...own,
    displayName:
      presentText(own.title) ??
      own.displayName ??
      asObject(defaults).displayName,
    links: Array.isArray(own.links)
      ? asObjects(own.links).map(link => ({
          ...link,
          url: presentText(link.url) ?? '',
        }))
      : asObject(defaults).links,
    thresholds:
      stepsOf(
        own.thresholds ?? fieldOptions.thresholds ?? options.thresholds,
      ) ?? asObject(defaults).thresholds,
    mappings:
      fieldOptions.mappings ?? own.mappings ?? asObject(defaults).mappings,
    color:
      typeof own.color === 'string'
        ? { mode: 'fixed', fixedColor: own.color }
        : own.color ?? asObject(defaults).color,
  });
  return {
    ...json,
    options: options.fieldOptions
      ? {
          ...options,
          reduceOptions: withoutEmpty({
            values: fieldOptions.values,
            limit: fieldOptions.limit,
            calcs: fieldOptions.calcs,
          }),
        }
      : options,
    fieldConfig: {
      defaults: isBeforeGrafana8(json) ? withPercentRange(config) : config,
      overrides: [
        ...asObjects(overrides),
        ...asObjects(fieldOptions.overrides),
      ],
    },
  };
}

/** Names of what is known of a value, before Grafana 6.5. */
function presentText(json: JsonValue | undefined): string | undefined {
  return asText(json)
    ?.replace(/\$?__series_name/g, name => present(name, '__series.name'))
    .replace(/\$?__field_name/g, name => present(name, '__field.name'))
    .replace(/__value_time/g, '__value.time')
    .replace(/__series\.labels/g, '__field.labels');
}

function present(former: string, name: string): string {
  return former.startsWith('$') ? `\${${name}}` : name;
}

/** The form of Grafana 6.0 and 6.1, and that of 5 under another name. */
function withValueOptions(json: JsonObject): JsonObject {
  const former = asObject(json['options-gauge']);
  const options = { ...asObject(json.options), ...former };
  const value = {
    ...(Object.keys(former).length ? former : undefined),
    ...asObject(options.valueOptions),
  };
  if (!Object.keys(value).length || options.fieldOptions) {
    return options;
  }
  const calculation = presentReducer(asText(value.stat));
  return {
    ...options,
    fieldOptions: withoutEmpty({
      calcs: calculation ? [calculation] : undefined,
      mappings: options.valueMappings,
      thresholds: options.thresholds,
      defaults: withoutEmpty({
        unit: value.unit,
        decimals: value.decimals,
        min: options.minValue,
        max: options.maxValue,
      }),
    }),
  };
}

/** Thresholds were a list, in any order, whose lowest one has no value. */
function stepsOf(json: JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(json)) {
    return json;
  }
  const steps = asObjects(json)
    .map(({ value, color }) => ({ value: asNumber(value) ?? null, color }))
    .sort((a, b) => (a.value ?? -Infinity) - (b.value ?? -Infinity));
  return steps.length
    ? {
        mode: 'absolute',
        steps: steps.map(({ value, color }, at) => ({
          value: at === 0 ? null : value,
          color: color ?? 'text',
        })),
      }
    : undefined;
}

function isBeforeGrafana8(json: JsonObject): boolean {
  return Number.parseFloat(asText(json.pluginVersion) ?? '6.1') < 8;
}

/** Percentages went from nothing to all without saying so. */
function withPercentRange(config: JsonObject): JsonObject {
  const unit = asText(config.unit);
  return unit !== undefined && Object.hasOwn(PERCENT, unit)
    ? {
        ...config,
        min: asNumber(config.min) ?? 0,
        max: asNumber(config.max) ?? PERCENT[unit],
      }
    : config;
}
