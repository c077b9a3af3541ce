const URLS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi;
const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g;
const IPV6 = /\[[0-9a-f:.%]+\](?::\d+)?/gi;
/** Control and format characters, bidirectional overrides among them. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Makes a text of an upstream fit to be shown: one line, without control characters and
 * addresses, and short.
 *
 * @param text - as the upstream wrote it
 * @param limit - longest result, in UTF-16 code units
 */
export function plainText(text: string, limit = 300): string {
  const line = text
    // Cut first, so that a huge body costs nothing.
    .slice(0, limit * 4)
    .replace(CONTROL, ' ')
    .replace(URLS, '(address)')
    .replace(IPV4, '(address)')
    .replace(IPV6, '(address)')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
