/**
 * The address if a browser may open it, otherwise nothing: links come from rules and
 * annotations, which must not be able to run a script here.
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
