/** Puts a service's label matchers and a window into a query of an SLI. */
export function bindQuery(
  query: string,
  selector: string,
  window: string,
): string {
  return query
    .replace(/\$selector\b/g, () => selector)
    .replace(/\$window\b/g, () => window);
}
