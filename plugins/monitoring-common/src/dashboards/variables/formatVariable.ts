type Value = string | string[];

const list = (value: Value) => (Array.isArray(value) ? value : [value]);

/** Encodes what encodeURIComponent leaves: `!'()*`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
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
    text.replace(/([!*+\-=<>\s&|()[\]{}^~?:\\/"])/g, '\\$1');
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

function date(value: Value, pattern: string): string {
  const time = Array.isArray(value) ? NaN : Number(value || 'NaN');
  if (!(Math.abs(time) <= 8.64e15)) {
    return 'NaN';
  }
  const iso = new Date(time).toISOString();
  switch (pattern) {
    case '':
    case 'iso':
      return iso;
    case 'seconds':
      return String(Math.round(time / 1000));
    default:
      return pattern
        .replace(/YYYY/g, iso.slice(0, 4))
        .replace(/MM/g, iso.slice(5, 7))
        .replace(/DD/g, iso.slice(8, 10))
        .replace(/HH/g, iso.slice(11, 13))
        .replace(/mm/g, iso.slice(14, 16))
        .replace(/ss/g, iso.slice(17, 19));
  }
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
      return list(value).join(argument || ',');
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
      return encodeURI(braced(value)).replace(
        /[!'()*]/g,
        character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    case 'queryparam':
      return list(value)
        .map(text => `var-${name}=${percentEncode(text)}`)
        .join('&');
    case 'customqueryparam':
      return list(value)
        .map(text => `${argument || name}=${percentEncode(text)}`)
        .join('&');
    case 'date':
      return date(value, argument);
    default:
      return glob(value);
  }
}
