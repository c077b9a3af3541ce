/** Whether a text matches a regular expression as dashboards write it: `/^CPU/i`, or without slashes. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [, body = pattern, flags = ''] =
    /^\/(.*)\/([gimsuy]*)$/.exec(pattern) ?? [];
  try {
    return new RegExp(body, flags).test(text);
  } catch {
    return false;
  }
}
