import { JsonObject, JsonValue } from '@backstage/types';
import { asNumber, asObjects, asText } from '../json';
import { presentReducer } from './oldReducers';
import { withoutEmpty } from './withoutEmpty';

const TRANSFORMATIONS: Record<string, string> = {
  timeseries_to_rows: 'seriesToRows',
  timeseries_to_columns: 'seriesToColumns',
  timeseries_aggregations: 'reduce',
  table: 'merge',
};

const CELL_TYPES: Record<string, string> = {
  cell: 'color-background',
  row: 'color-background',
  value: 'color-text',
};

/** The pattern of the style that is for all columns. */
const ALL = '/.*/';

/** A table of before Grafana 7: its `styles` are overrides, its `transform` a transformation. */
export function migrateOldTable(json: JsonObject): JsonObject {
  const styles = asObjects(json.styles);
  const all = styles.find(({ pattern }) => pattern === ALL);
  return {
    ...json,
    type: 'table',
    options: {},
    transformations: [
      ...asObjects(json.transformations),
      ...transformationOf(json),
    ],
    fieldConfig: {
      defaults: all ? defaultsOf(all) : { custom: {} },
      overrides: styles
        .filter(({ pattern }) => pattern !== ALL)
        .map(overrideOf),
    },
  };
}

function transformationOf(json: JsonObject): JsonObject[] {
  const name = asText(json.transform);
  if (name === undefined || !Object.hasOwn(TRANSFORMATIONS, name)) {
    return [];
  }
  const id = TRANSFORMATIONS[name];
  const reducers = asObjects(json.columns).flatMap(
    ({ value }) => presentReducer(asText(value)) ?? [],
  );
  return [
    {
      id,
      options:
        id === 'reduce'
          ? { includeTimeField: false, reducers }
          : { reducers: [] },
    },
  ];
}

function defaultsOf(style: JsonObject): JsonObject {
  return withoutEmpty({
    unit: style.unit,
    decimals: style.decimals,
    displayName: style.alias,
    thresholds: thresholdsOf(style),
    custom: withoutEmpty({
      align: style.align === 'auto' ? undefined : style.align,
      cellOptions: cellOptionsOf(style),
    }),
  });
}

function overrideOf(style: JsonObject): JsonObject {
  const pattern = asText(style.pattern) ?? '';
  const properties = withoutEmpty({
    displayName: style.alias || undefined,
    unit: unitOf(style),
    decimals: style.decimals,
    'custom.hidden': style.type === 'hidden' || undefined,
    links: style.link ? [linkOf(style)] : undefined,
    'custom.cellOptions': cellOptionsOf(style),
    'custom.align':
      style.align === 'auto' ? undefined : style.align || undefined,
    thresholds: thresholdsOf(style),
  });
  return {
    matcher: {
      id: /^\/.*\/$/.test(pattern) ? 'byRegexp' : 'byName',
      options: pattern,
    },
    properties: Object.entries(properties).map(([id, value]) => ({
      id,
      value,
    })),
  };
}

function unitOf(style: JsonObject): JsonValue | undefined {
  return style.type === 'date'
    ? `time: ${asText(style.dateFormat) ?? ''}`
    : style.unit || undefined;
}

function linkOf(style: JsonObject): JsonObject {
  return {
    title: asText(style.linkTooltip) ?? '',
    url: asText(style.linkUrl) ?? '',
    targetBlank: style.linkTargetBlank === true,
  };
}

function cellOptionsOf({ colorMode }: JsonObject): JsonObject | undefined {
  const mode = asText(colorMode);
  return mode !== undefined && Object.hasOwn(CELL_TYPES, mode)
    ? { type: CELL_TYPES[mode] }
    : undefined;
}

/** Whole numbers, as Grafana takes them; one colour more than values. */
function thresholdsOf(style: JsonObject): JsonObject | undefined {
  const { thresholds, colors } = style;
  if (!Array.isArray(thresholds) || !thresholds.length) {
    return undefined;
  }
  const colorAt = (at: number) =>
    (Array.isArray(colors) && asText(colors[at])) || 'text';
  return {
    mode: 'absolute',
    steps: [
      { value: null, color: colorAt(0) },
      ...thresholds.flatMap((threshold, at) => {
        const value =
          typeof threshold === 'number'
            ? threshold
            : asNumber(Number.parseInt(asText(threshold) ?? '', 10));
        return value === undefined ? [] : [{ value, color: colorAt(at + 1) }];
      }),
    ],
  };
}
