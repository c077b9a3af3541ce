import { DataField, DataFrame } from './DataFrame';

/** What data sources call a value that has no name of its own. */
const VALUE = 'Value';

/**
 * What people read of a field, by the rules of Grafana's `getFieldDisplayName`: the panel's name for
 * it, else the source's, else what tells it from the others.
 *
 * @param frames - all of the panel
 * @public
 */
export function fieldDisplayName(
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[] = [frame],
): string {
  const { displayName, displayNameFromSource } = field.config;
  if (field.knownAs && field.knownAs.amongMany === frames.length > 1) {
    return field.knownAs.name;
  }
  if (displayName) {
    return displayName;
  }
  if (displayNameFromSource) {
    return displayNameFromSource;
  }
  if (field.type === 'time' && !field.labels) {
    return field.name;
  }
  const { namesDiffer, onlyLabel } = differencesOf(frames);
  const parts: string[] = [];
  if (namesDiffer && frame.name) {
    parts.push(frame.name);
  }
  if (field.name && field.name !== VALUE) {
    parts.push(field.name);
  }
  const labels = labelText(field, onlyLabel);
  if (labels) {
    parts.push(labels);
  } else if (!namesDiffer && frame.name && field.name === VALUE) {
    parts.push(frame.name);
  }
  const name = parts.join(' ') || field.name || VALUE;
  return name === field.name ? uniqueFieldName(field, frame) : name;
}

/** What people read of a field: what {@link applyFieldConfig} found, else {@link fieldDisplayName}. */
export function shownName(
  field: DataField,
  frame: DataFrame,
  frames?: DataFrame[],
): string {
  return field.state?.displayName ?? fieldDisplayName(field, frame, frames);
}

/** A field's name, with a number when others of its frame have the same. */
export function uniqueFieldName(field: DataField, frame: DataFrame): string {
  const same = frame.fields.filter(({ name }) => name === field.name);
  const others = same.filter(one => one !== field).length;
  return others > 0
    ? `${field.name} ${same.includes(field) ? same.indexOf(field) + 1 : others}`
    : field.name;
}

/** What the frames of a panel have in common; asked for each of their fields. */
const differences = new WeakMap<
  DataFrame[],
  { namesDiffer: boolean; onlyLabel?: string }
>();

function differencesOf(frames: DataFrame[]) {
  let found = differences.get(frames);
  if (!found) {
    found = {
      namesDiffer: frames.some(({ name }) => name !== frames[0].name),
      onlyLabel: onlyLabelOf(frames),
    };
    differences.set(frames, found);
  }
  return found;
}

/** The label that is the only one of all series together. */
function onlyLabelOf(frames: DataFrame[]): string | undefined {
  const names = new Set<string>();
  for (const { fields } of frames) {
    for (const { labels } of fields) {
      for (const name of Object.keys(labels ?? {})) {
        names.add(name);
        if (names.size > 1) {
          return undefined;
        }
      }
    }
  }
  return [...names][0];
}

function labelText(
  { labels }: DataField,
  only: string | undefined,
): string | undefined {
  if (!labels) {
    return undefined;
  }
  if (only !== undefined) {
    return labels[only];
  }
  const pairs = Object.keys(labels)
    .sort()
    .map(label => `${label}="${labels[label]}"`);
  return pairs.length ? `{${pairs.join(', ')}}` : undefined;
}
