const PREFIX = 'prometheus:';

/** Id of the Prometheus that a source is (`prometheus:default`); `undefined` for other servers. */
export function instanceOfSource(source: string): string | undefined {
  return source.startsWith(PREFIX) ? source.slice(PREFIX.length) : undefined;
}
