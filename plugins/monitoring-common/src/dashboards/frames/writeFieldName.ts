import { DataField, DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';
import { frameDisplayName } from './frameDisplayName';

const REFERENCE =
  /\$\{__(field|series)((?:\.\w+|\["[^"\]]+"\]|\['[^'\]]+'\])+)(?::[^}]+)?\}/g;

/**
 * Fills what a display name says of its field: `${__field.name}`, `${__field.displayName}`,
 * `${__field.labels}`, `${__field.labels.pod}`, `${__field.labels["a.b"]}`, `${__series.name}`.
 *
 * @public
 */
export function writeFieldName(
  text: string,
  field: DataField,
  frame: DataFrame,
  frames: DataFrame[],
): string {
  return text.replace(REFERENCE, (reference, of: string, path: string) => {
    const [first, ...rest] = (
      path.match(/[^.[\]"']+(?=["'.[\]]|$)|\["[^"]+"\]|\['[^']+'\]/g) ?? []
    ).map(part => part.replace(/^\[["']|["']\]$/g, ''));
    if (of === 'series') {
      return first === 'name'
        ? frameDisplayName(frame, frames.indexOf(frame))
        : reference;
    }
    switch (first) {
      case 'name':
        return field.name;
      case 'displayName':
        return fieldDisplayName(field, frame, frames);
      case 'labels':
        return labelsText(field.labels ?? {}, rest.join('.'));
      default:
        return '';
    }
  });
}

function labelsText(labels: Record<string, string>, name: string): string {
  if (name === '__values') {
    return Object.values(labels).sort().join(', ');
  }
  if (name) {
    return Object.hasOwn(labels, name) ? labels[name] : '';
  }
  return Object.keys(labels)
    .sort()
    .map(label => `${label}="${labels[label]}"`)
    .join(', ');
}
