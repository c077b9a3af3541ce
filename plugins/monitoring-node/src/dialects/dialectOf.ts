import { NotFoundError } from '@backstage/errors';
import { DialectChoice } from './chooseDialect';
import { MetricDialect } from './MetricDialect';

/**
 * The dialect of a choice, for those parts of a pack that are only asked once it lacks nothing.
 *
 * @throws `NotFoundError` when there is none
 * @public
 */
export function dialectOf<T extends MetricDialect>(
  choice: DialectChoice<T>,
): T {
  if (!choice.dialect) {
    throw new NotFoundError(choice.lack);
  }
  return choice.dialect;
}
