/**
 * Free text that may stand in an alert's annotations. Prometheus and Grafana run whatever stands
 * between two braces, `query` included: an entity's title must not read the series of others.
 */
export function plainText(text: string): string {
  return text.replace(/\{(?=\{)/g, '{ ');
}

/** The same for an address, which means the same with its braces percent-encoded. */
export function plainAddress(address: string): string {
  return address.replace(/\{/g, '%7B').replace(/\}/g, '%7D');
}
