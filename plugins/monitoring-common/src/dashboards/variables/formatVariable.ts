import { formatMoment } from './formatMoment';

type Value = string | string[];

const list = (value: Value) => (Array.isArray(value) ? value : [value]);

/** Encodes what encodeURIComponent leaves: `!'()*`. */
function percentEncode(text: string): string {
  return strictly(encodeURIComponent(wellFormed(text)));
}

/** Half of a pair of surrogates cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function strictly(encoded: string): string {
  return encoded.replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function glob(value: Value): string {
  return Array.isArray(value) && value.length > 1
    ? `{${value.join(',')}}`
    : list(value).join(',');
}

function braced(value: Value): string {
  return Array.isArray(value) ? `{${value.join(',')}}` : value;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, character => entities[character]);
}

function quoteAll(value: Value, quote: string, escaped: string): string {
  return list(value)
    .map(text => `${quote}${text.split(quote).join(escaped)}${quote}`)
    .join(',');
}

function lucene(value: Value): string {
  const escape = (text: string) =>
    // Numbers, negative ones too, and nothing are written as they are.
    Number.isNaN(Number(text))
      ? text.replace(/([!*+\-=<>\s&|()[\]{}^~?:\\/"])/g, '\\$1')
      : text;
  if (!Array.isArray(value)) {
    return escape(value);
  }
  return value.length === 0
    ? '__empty__'
    : `(${value.map(text => `"${escape(text)}"`).join(' OR ')})`;
}

function regex(value: Value): string {
  const escape = (text: string) => text.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&');
  if (!Array.isArray(value)) {
    return escape(value);
  }
  const escaped = value.map(escape);
  return escaped.length === 1 ? escaped[0] : `(${escaped.join('|')})`;
}

/** Without a pattern as ISO 8601; patterns are read in UTC. */
function date(value: Value, pattern: string): string {
  const time = Array.isArray(value) ? NaN : parseInt(value, 10);
  if (!(Math.abs(time) <= 8.64e15)) {
    return 'NaN';
  }
  switch (pattern) {
    case '':
    case 'iso':
      return new Date(time).toISOString();
    case 'ms':
      return list(value).join();
    case 'seconds':
      return String(Math.round(time / 1000));
    default:
      return formatMoment(time, pattern);
  }
}

function customQueryParameter(
  value: Value,
  name: string,
  prefix: string,
): string {
  return list(value)
    .map(
      text =>
        `${percentEncode(name)}=${percentEncode(prefix)}${percentEncode(text)}`,
    )
    .join('&');
}

/**
 * A variable's value in one of Grafana's formats.
 *
 * @param format - `regex`, `pipe`, `csv`, `raw`, …; with an argument behind a colon:
 * `date:seconds`, `join:;`. An unknown one is treated as `glob`.
 * @param name - of the variable, for formats that write it
 * @public
 */
export function formatVariable(
  value: string | string[],
  format: string,
  name: string,
): string {
  const [id, ...args] = format.split(':');
  const argument = args.join(':');
  switch (id) {
    case 'raw':
    case 'csv':
      return list(value).join(',');
    case 'join':
      return list(value).join(args[0] ?? ',');
    case 'pipe':
      return list(value).join('|');
    case 'regex':
      return regex(value);
    case 'text':
      return list(value).join(' + ');
    case 'json':
      return Array.isArray(value) ? JSON.stringify(value) : value;
    case 'html':
      return escapeHtml(list(value).join(', '));
    case 'lucene':
      return lucene(value);
    case 'distributed':
      return list(value)
        .map((text, index) => (index === 0 ? text : `${name}=${text}`))
        .join(',');
    case 'singlequote':
      return quoteAll(value, "'", "\\'");
    case 'doublequote':
      return quoteAll(value, '"', '\\"');
    case 'sqlstring':
      return list(value)
        .map(text => `'${text.replace(/'/g, "''").replace(/"/g, '\\"')}'`)
        .join(',');
    case 'percentencode':
      return percentEncode(braced(value));
    case 'uriencode':
      return strictly(encodeURI(wellFormed(braced(value))));
    case 'queryparam':
      return list(value)
        .map(text => `var-${name}=${percentEncode(text)}`)
        .join('&');
    case 'customqueryparam':
      return customQueryParameter(value, args[0] || name, args[1] ?? '');
    case 'date':
      return date(value, argument);
    default:
      return glob(value);
  }
}
