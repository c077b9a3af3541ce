import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads one of a few words.
 *
 * @throws `InputError` when it is none of them
 */
export function readChoice<T extends string>(
  config: Config | undefined,
  key: string,
  options: { path: string; choices: readonly T[]; default: T },
): T {
  const text = config?.getOptionalString(key) ?? options.default;
  const choice = options.choices.find(known => known === text);
  if (choice === undefined) {
    throw new InputError(
      `${
        options.path
      }.${key} is '${text}'; expected one of ${options.choices.join(', ')}`,
    );
  }
  return choice;
}
