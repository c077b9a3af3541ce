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
  if (displayName) {
    return displayName;
  }
  if (displayNameFromSource) {
    return displayNameFromSource;
  }
  if (field.type === 'time' && !field.labels) {
    return field.name;
  }
  const parts: string[] = [];
  const namesDiffer = frames.some(({ name }) => name !== frames[0].name);
  if (namesDiffer && frame.name) {
    parts.push(frame.name);
  }
  if (field.name && field.name !== VALUE) {
    parts.push(field.name);
  }
  const labels = labelText(field, frames);
  if (labels) {
    parts.push(labels);
  } else if (
    frame.name &&
    !parts.includes(frame.name) &&
    field.name === VALUE
  ) {
    parts.push(frame.name);
  }
  const name = parts.join(' ') || field.name || VALUE;
  return name === field.name ? uniqueName(field, frame) : name;
}

function labelText(
  { labels }: DataField,
  frames: DataFrame[],
): string | undefined {
  if (!labels) {
    return undefined;
  }
  const only = onlyLabel(frames);
  if (only !== undefined) {
    return labels[only];
  }
  const pairs = Object.keys(labels)
    .sort()
    .map(label => `${label}="${labels[label]}"`);
  return pairs.length ? `{${pairs.join(', ')}}` : undefined;
}

/** The label that is the only one of all series together. */
function onlyLabel(frames: DataFrame[]): string | undefined {
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

function uniqueName(field: DataField, frame: DataFrame): string {
  const same = frame.fields.filter(({ name }) => name === field.name);
  return same.length > 1
    ? `${field.name} ${same.indexOf(field) + 1}`
    : field.name;
}
