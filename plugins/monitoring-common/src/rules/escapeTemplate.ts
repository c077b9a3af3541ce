/**
 * Free text that may stand in a rule's annotations.
 *
 * @remarks
 *
 * Prometheus and Grafana run whatever stands between two braces as a template, `query` included: an
 * entity's title must not read the series of others. A space parts the braces; a single one stays.
 *
 * @returns the text without `{{`
 * @public
 */
export function escapeTemplate(text: string): string {
  // Brace by brace: in `{{{` the second pair is born when the first is broken.
  return text.replace(/\{(?=\{)/g, '{ ');
}
