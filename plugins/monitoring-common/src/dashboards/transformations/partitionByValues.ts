import { JsonObject } from '@backstage/types';
import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { FieldMatcher } from '../frames/fieldMatches';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asText } from '../model/json';
import { namesMatcher } from './filterFieldsByName';
import { Transform } from './Transform';

/** A frame for each value of some fields of the first frame. */
export const partitionByValues: Transform = (frames, options) => {
  const matches = namesMatcher({ names: options.fields });
  return frames.length > 0 && matches
    ? partitionFrame(frames[0], matches, options)
    : frames;
};

/** @param matches - the fields whose values tell the frames apart */
export function partitionFrame(
  frame: DataFrame,
  matches: FieldMatcher,
  options: JsonObject = {},
): DataFrame[] {
  const renamed = withShownNames(frame);
  const keys = renamed.fields.filter(field =>
    matches(field, renamed, [renamed]),
  );
  if (keys.length === 0) {
    return [frame];
  }
  const kept =
    options.keepFields === true
      ? renamed.fields
      : renamed.fields.filter(({ name }) =>
          keys.every(key => key.name !== name),
        );
  const parts = rowsByValues(renamed, keys).map(rows => {
    const values = keys.map(key => key.values[rows[0]]);
    const { name, labels } = naming(
      asObject(options.naming),
      frame,
      keys,
      values,
    );
    return {
      name,
      refId: `${frame.refId}-${name}`,
      meta: frame.meta,
      fields: kept.map(field => ({
        name: field.name,
        type: field.type,
        config: field.config,
        labels: { ...field.labels, ...labels },
        values: rows.map(row => field.values[row]),
      })),
    };
  });
  return withPlainNames(parts, frame);
}

/** Names that authors or sources gave would make the fields of all frames the same. */
function withShownNames(frame: DataFrame): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map(field => {
      const name = shownName(field);
      return name
        ? {
            ...field,
            name,
            knownAs: undefined,
            config: {
              ...field.config,
              displayName: undefined,
              displayNameFromSource: undefined,
            },
          }
        : field;
    }),
  };
}

function withPlainNames(parts: DataFrame[], frame: DataFrame): DataFrame[] {
  const plain = new Map(
    frame.fields.flatMap(field => {
      const name = shownName(field);
      return name ? [[name, field.name] as const] : [];
    }),
  );
  return parts.map(part => ({
    ...part,
    fields: part.fields.map(field => {
      const name = plain.get(field.name);
      const displayName = fieldDisplayName(field, part, parts);
      return name === undefined
        ? field
        : { ...field, name, config: { ...field.config, displayName } };
    }),
  }));
}

function shownName({ config }: DataField): string | undefined {
  return config.displayNameFromSource ?? config.displayName;
}

/** Rows of equal values; in the order of the first value, then of the second, … */
function rowsByValues(frame: DataFrame, keys: DataField[]): number[][] {
  type Branch = Map<FieldValue, Branch | number[]>;
  const root: Branch = new Map();
  for (let row = 0; row < frameLength(frame); row++) {
    let branch = root;
    keys.forEach(({ values }, depth) => {
      const value = values[row];
      const isLeaf = depth === keys.length - 1;
      const next = branch.get(value) ?? (isLeaf ? [] : new Map());
      branch.set(value, next);
      if (Array.isArray(next)) {
        next.push(row);
      } else {
        branch = next;
      }
    });
  }
  const leavesOf = (node: Branch | number[]): number[][] =>
    Array.isArray(node) ? [node] : [...node.values()].flatMap(leavesOf);
  return leavesOf(root);
}

function naming(
  options: JsonObject,
  frame: DataFrame,
  keys: DataField[],
  values: FieldValue[],
): { name?: string; labels: Record<string, string> } {
  if (options.asLabels !== false) {
    return {
      name: frame.name,
      labels: Object.fromEntries(
        keys.map(({ name }, index) => [name, String(values[index])]),
      ),
    };
  }
  const between = asText(options.separator2) ?? ' ';
  const equals = asText(options.separator1) ?? '=';
  const name = keys
    .map((key, index) =>
      options.withNames === true
        ? `${key.name}${equals}${values[index]}`
        : values[index],
    )
    .join(between);
  return {
    name:
      options.append === true && frame.name ? `${frame.name} ${name}` : name,
    labels: {},
  };
}
