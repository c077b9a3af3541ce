import { parseArgs } from 'node:util';
import { UserError } from '../UserError.mjs';

export const NEW_PACK_HELP = `npm run new:pack -- <id> [--title <title>]

Writes a pack that works: a dashboard, an alert with its companion for vanished
metrics, an SLI, tests, a page and runbooks. Change what it measures, keep its shape.

  <id>               as in monitoring/packs: mail-queue
  --title <title>    for people: "Mail queue"`;

/**
 * Reads the arguments of `npm run new:pack`.
 *
 * @throws UserError that says what is wrong
 */
export function readNewPackArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { title: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (positionals.length > 1) {
      throw new Error('One pack at a time.');
    }
    return {
      id: positionals[0],
      title: values.title,
      help: values.help === true,
    };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${NEW_PACK_HELP}`);
  }
}
