import { JsonObject, JsonValue } from '@backstage/types';
import { asObject, asObjects, asTexts } from '../json';
import { withoutEmpty } from './withoutEmpty';

/**
 * A table of Grafana 7 to 12: cells, hidden columns and the footer were written in other places.
 */
export function migrateTable(json: JsonObject): JsonObject {
  const { defaults, overrides } = asObject(json.fieldConfig);
  const { footer, ...options } = asObject(json.options);
  const old = asObject(footer);
  const footerOf = old.show ? footerConfig(old) : {};
  const custom = withoutEmpty({
    ...presentCustom(asObject(asObject(defaults).custom)),
    footer: footerOf.all ?? asObject(asObject(defaults).custom).footer,
  });
  return {
    ...json,
    options: {
      ...options,
      ...(typeof old.enablePagination === 'boolean' && {
        enablePagination: old.enablePagination,
      }),
    },
    fieldConfig: {
      defaults: { ...asObject(defaults), custom },
      overrides: [
        ...asObjects(overrides).map(override => ({
          ...override,
          properties: asObjects(override.properties).flatMap(presentProperties),
        })),
        ...(footerOf.override ? [footerOf.override] : []),
      ],
    },
  };
}

function presentCustom(custom: JsonObject): JsonObject {
  const { displayMode, cellOptions, ...others } = custom;
  const cells = cellOptions ?? (displayMode && cellOptionsOf(displayMode));
  const { wrapText, ...cell } = asObject(cells);
  return {
    wrapText,
    ...others,
    ...(cells !== undefined && cells !== '' && { cellOptions: cell }),
  };
}

function presentProperties({ id, value }: JsonObject): JsonObject[] {
  switch (id) {
    case 'custom.displayMode':
      return [{ id: 'custom.cellOptions', value: cellOptionsOf(value) }];
    case 'custom.hidden':
      return [{ id: 'custom.hideFrom.viz', value }];
    case 'custom.cellOptions': {
      const { wrapText, ...cell } = asObject(value);
      return [
        { id, value: cell },
        ...(wrapText === undefined
          ? []
          : [{ id: 'custom.wrapText', value: wrapText }]),
      ];
    }
    default:
      return [{ id, value }];
  }
}

function cellOptionsOf(displayMode: JsonValue | undefined): JsonObject {
  switch (displayMode) {
    case 'basic':
    case 'gradient-gauge':
    case 'lcd-gauge':
      return { type: 'gauge', mode: displayMode.replace('-gauge', '') };
    case 'color-background':
      return { type: 'color-background', mode: 'gradient' };
    case 'color-background-solid':
      return { type: 'color-background', mode: 'basic' };
    default:
      return { type: displayMode ?? 'auto' };
  }
}

/** The footer was an option of the table; it is now one of its columns. */
function footerConfig(footer: JsonObject): {
  all?: JsonObject;
  override?: JsonObject;
} {
  const reducers = asTexts(footer.reducer);
  const fields = asTexts(footer.fields);
  if (footer.countRows && reducers[0] === 'count') {
    return { all: { reducers: ['countAll'] } };
  }
  return fields.length
    ? {
        override: {
          matcher:
            fields.length > 1
              ? { id: 'byNames', options: { mode: 'include', names: fields } }
              : { id: 'byName', options: fields[0] },
          properties: [{ id: 'custom.footer.reducers', value: reducers }],
        },
      }
    : { all: { reducers } };
}
