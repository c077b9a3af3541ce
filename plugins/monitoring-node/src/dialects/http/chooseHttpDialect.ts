import { PackContext } from '../../packs';
import { chooseDialect, DialectChoice } from '../chooseDialect';
import { foundDuration } from '../foundDuration';
import { HttpDialect } from './HttpDialect';
import { httpDialects } from './httpDialects';
import { inFlightProbe } from './httpProbes';

/** Without what is optional and was looked for in vain. */
function asFound(
  dialect: HttpDialect,
  found: readonly string[] = [],
): HttpDialect {
  const { duration: _duration, inFlight, ...rest } = dialect;
  const duration = foundDuration(dialect, found);
  const hasInFlight =
    inFlight && (!inFlight.optional || found.includes(inFlightProbe(dialect)));
  return {
    ...rest,
    ...(duration ? { duration } : {}),
    ...(hasInFlight ? { inFlight } : {}),
  };
}

/**
 * The dialect in which an entity publishes its HTTP requests, or why none is known; for packs that
 * have {@link httpProbes} among their probes, and an option `dialect`.
 *
 * @param pack - as it is written in the annotation
 * @public
 */
export function chooseHttpDialect(
  context: PackContext,
  pack: string,
): DialectChoice<HttpDialect> {
  const choice = chooseDialect(httpDialects, context, {
    pack,
    subject: 'HTTP metrics',
  });
  return choice.dialect
    ? { dialect: asFound(choice.dialect, context.found) }
    : choice;
}
