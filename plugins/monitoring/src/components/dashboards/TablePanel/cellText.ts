import {
  FieldValue,
  isFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { TableColumn } from './tableColumns';

/** A value as JSON, when it is, or holds, a list or an object. */
export function jsonText(
  { display }: Pick<TableColumn, 'display'>,
  value: FieldValue | undefined,
  indent: string = ' ',
): string {
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value, null, indent);
  }
  const { full } = display(value);
  try {
    return JSON.stringify(JSON.parse(full), null, indent);
  } catch {
    return full;
  }
}

const plain = (value: FieldValue | undefined) => ({
  text: '',
  full: String(value ?? ''),
  numeric: NaN,
  color: '',
});

/** The whole value of a cell, for readers who look at it closely. */
export function inspectedText(
  column: TableColumn,
  value: FieldValue | undefined,
): string {
  if (isFrame(value)) {
    const time = value.fields.find(({ type }) => type === 'time');
    const number = value.fields.find(({ type }) => type === 'number');
    return (number?.values ?? [])
      .map((one, row) => `[${time?.values[row] ?? 'null'}, ${one ?? 'null'}]`)
      .join('\n');
  }
  return column.style.kind === 'json-view' || typeof value === 'object'
    ? jsonText({ display: plain }, value, '  ')
    : String(value ?? '');
}

/** The parts that a text is a list of: JSON, or divided by commas. */
export function pillTexts(
  { display }: Pick<TableColumn, 'display'>,
  value: FieldValue | undefined,
): string[] {
  if (value === '' || value === null || value === undefined) {
    return [];
  }
  const parts = Array.isArray(value) ? value : splitText(String(value));
  return parts
    .filter(part => part !== null && part !== undefined)
    .map(part => display(typeof part === 'string' ? part.trim() : part).full);
}

function splitText(text: string): FieldValue[] {
  if (text.startsWith('[')) {
    try {
      const parsed = JSON.parse(text);
      if (Array.isArray(parsed)) {
        return parsed.map(part =>
          typeof part === 'object' && part !== null
            ? JSON.stringify(part)
            : part,
        );
      }
    } catch {
      // Then it is a text like others.
    }
  }
  return text.split(',').map(part => part.trim());
}
