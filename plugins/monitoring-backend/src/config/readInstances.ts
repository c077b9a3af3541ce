import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a list of instances that are told apart by their `id`.
 *
 * @param parent - path of what holds the list
 * @throws `InputError` for an id that is used twice or is not `[a-z0-9-]+`
 */
export function readInstances<T extends { id: string }>(
  config: Config | undefined,
  key: string,
  read: (instance: Config, path: string) => T,
  parent: string = 'monitoring',
): T[] {
  const seen = new Set<string>();
  return (config?.getOptionalConfigArray(key) ?? []).map((instance, index) => {
    const path = `${parent}.${key}[${index}]`;
    const id = instance.getString('id');
    if (!/^[a-z0-9-]+$/.test(id)) {
      throw new InputError(
        `${path}.id is '${id}'; expected lower-case letters, digits and '-'`,
      );
    }
    if (seen.has(id)) {
      throw new InputError(`${path}.id '${id}' is used twice`);
    }
    seen.add(id);
    return read(instance, path);
  });
}
