/**
 * An address that may stand in an alert's annotations, where braces can start a template (see
 * `escapeTemplate`). Percent-encoded they mean the same to whoever opens it.
 */
export function plainAddress(address: string): string {
  return address.replace(/\{/g, '%7B').replace(/\}/g, '%7D');
}
