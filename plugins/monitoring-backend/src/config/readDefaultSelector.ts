import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  compileLabelMatchers,
  defaultSelectorFor,
} from '@sightline/backstage-plugin-monitoring-common';

// eslint-disable-next-line no-template-curly-in-string
const DEFAULT = 'service="${{ name }}"';

/**
 * Reads `monitoring.defaultSelector`.
 *
 * @throws `InputError` when it cannot be read, or does not tell one entity's series from another's
 */
export function readDefaultSelector(monitoring: Config | undefined): string {
  const template = monitoring?.getOptional('defaultSelector') ?? DEFAULT;
  if (typeof template !== 'string') {
    throw new InputError(
      `monitoring.defaultSelector is no text; expected label matchers such as ${DEFAULT}`,
    );
  }
  const { matchers, error } = defaultSelectorFor(template, {
    kind: 'component',
    namespace: 'default',
    name: 'example',
  });
  // Matchers that a series without labels passes narrow nothing down.
  const selectsAll = !error && compileLabelMatchers(matchers)({});
  if (error || selectsAll) {
    throw new InputError(
      `monitoring.defaultSelector is '${template}'; ${
        error?.message ?? 'it would select the series of everybody'
      }. Expected label matchers such as ${DEFAULT}`,
    );
  }
  return template;
}
