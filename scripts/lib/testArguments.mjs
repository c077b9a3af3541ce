import { parseArgs } from 'node:util';
import { UserError } from './UserError.mjs';

/**
 * Reads the arguments of `npm test`.
 *
 * @param {string[]} known - names of all steps
 * @returns the names of those to run, and whether help is wanted
 * @throws UserError that names the argument
 */
export function readTestArguments(args, known) {
  const help = `npm test -- [--only <step>]…

Prepares the tool chain and runs ${known.join(', ')}.`;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean' },
        only: { type: 'string', multiple: true },
      },
    }));
  } catch (error) {
    throw new UserError(`${error.message}\n\n${help}`);
  }
  const unknown = values.only?.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(
      `--only is '${unknown}'; expected one of ${known.join(', ')}.`,
    );
  }
  return {
    help: values.help ? help : undefined,
    steps: known.filter(name => values.only?.includes(name) ?? true),
  };
}
