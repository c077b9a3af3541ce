import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads which server's series some rules read.
 *
 * @param known - ids of the configured servers; the first is the default
 * @throws `InputError` when no such server is configured
 */
export function readRulesServer(
  rules: Config,
  path: string,
  known: string[],
): string | undefined {
  const id = rules.getOptionalString('prometheus') ?? known[0];
  if (id !== undefined && !known.includes(id)) {
    throw new InputError(
      `${path}.prometheus is '${id}', but monitoring.prometheus names no such server; there are: ${
        known.join(', ') || 'none'
      }`,
    );
  }
  return id;
}

/**
 * An entity's rules go to one place.
 *
 * @throws `InputError` when two of these belong to one server
 */
export function assertOnePerServer(
  path: string,
  all: { id: string; prometheus?: string }[],
): void {
  const seen = new Map<string | undefined, string>();
  for (const { id, prometheus } of all) {
    const other = seen.get(prometheus);
    if (other !== undefined) {
      throw new InputError(
        `${path} has '${other}' and '${id}' for the same Prometheus${
          prometheus === undefined ? '' : ` '${prometheus}'`
        }; expected one for each server, told apart by \`prometheus\``,
      );
    }
    seen.set(prometheus, id);
  }
}
