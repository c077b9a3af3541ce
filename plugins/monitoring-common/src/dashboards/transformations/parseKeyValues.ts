const SPACE = new Set([' ', '\t', '\r', '\n']);
const SEPARATORS = new Set([',', ';', '&', '{', '}']);

/**
 * The pairs in a text such as `a=b, c: "d e"`; a word without a value has an empty one.
 *
 * @see Grafana's `parseKeyValuePairs`
 */
export function parseKeyValues(text: string): Record<string, string> {
  const pairs = new Map<string, string>();
  let word = '';
  let key = '';
  let quote = '';
  const endWord = () => {
    if (word && key) {
      pairs.set(key, word);
      key = '';
    } else if (word) {
      key = word;
    }
    word = '';
  };
  for (let at = 0; at < text.length; at++) {
    let character: string | undefined = text[at];
    if (character === quote) {
      quote = '';
      character = text[++at];
    }
    const isEscaped = character === '\\';
    if (isEscaped) {
      character = text[++at];
    }
    if (character === undefined) {
      break;
    }
    if (isEscaped || quote) {
      word += character;
      continue;
    }
    const isQuote = character === '"' || character === "'";
    if (isQuote) {
      quote = character;
    }
    if (character === ':' || character === '=') {
      if (word) {
        if (key) {
          pairs.set(key, '');
        }
        key = word;
        word = '';
      }
    } else if (isQuote || SPACE.has(character)) {
      if (word && !key) {
        pairs.set(word, '');
        word = '';
      }
      endWord();
    } else if (SEPARATORS.has(character)) {
      endWord();
    } else {
      word += character;
      if (at === text.length - 1 && !key) {
        pairs.set(word, '');
        word = '';
      }
    }
  }
  if (key) {
    pairs.set(key, word);
  }
  return Object.fromEntries(pairs);
}
