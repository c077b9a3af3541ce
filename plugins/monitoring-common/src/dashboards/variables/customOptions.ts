import { VariableOption } from '../types';

/** Choices that people still look through; dashboards come from outside. */
const MOST_OPTIONS = 10_000;

/**
 * The choices that are written into a variable: `a, b : value, c\,d`, or JSON,
 * `["a"]` or `[{"text": "A", "value": "a", "zone": "1"}]`.
 *
 * @returns none for a text that starts as JSON and is none
 * @public
 */
export function customOptions(query: string): VariableOption[] {
  const options = query.trim().startsWith('[')
    ? jsonOptions(query) ?? listOptions(query)
    : listOptions(query);
  return options.slice(0, MOST_OPTIONS);
}

function listOptions(query: string): VariableOption[] {
  return (query.match(/(?:\\,|[^,])+/g) ?? []).flatMap(part => {
    const written = part.replace(/\\,/g, ',').trim();
    if (written === '') {
      return [];
    }
    // The last " : " separates, as the text may hold others.
    const at = [...written.matchAll(/\s:\s/g)].pop()?.index ?? -1;
    const text = at > 0 ? written.slice(0, at).trim() : '';
    const value = at > 0 ? written.slice(at + 3).trim() : '';
    return [
      text && value ? { text, value } : { text: written, value: written },
    ];
  });
}

function jsonOptions(query: string): VariableOption[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(query);
  } catch {
    return undefined;
  }
  return Array.isArray(json) ? json.flatMap(jsonOption) : [];
}

function jsonOption(json: unknown): VariableOption[] {
  if (typeof json === 'string' || typeof json === 'number') {
    const value = String(json).trim();
    return [{ text: value, value }];
  }
  if (
    typeof json !== 'object' ||
    json === null ||
    !Object.hasOwn(json, 'value')
  ) {
    return [];
  }
  const properties = new Map<string, string>();
  for (const [name, value] of Object.entries(json)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) {
      properties.set(name, String(value).trim());
    }
  }
  const value = properties.get('value');
  return value === undefined
    ? []
    : [
        {
          text: properties.get('text') || value,
          value,
          properties: Object.fromEntries(properties),
        },
      ];
}
