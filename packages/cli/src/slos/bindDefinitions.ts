import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { entityUrl } from '@sightline/backstage-plugin-monitoring-backend/offline';
import {
  alertingOf,
  bindSloDefinition,
  defaultSelectorFor,
  formatLabelMatchers,
  parseLabelMatchers,
  SloDefinition,
} from '@sightline/backstage-plugin-monitoring-common';
import { Settings } from '../config/readSettings';
import { UsageError } from '../UsageError';
import { FoundSlo } from './FoundSlo';
import { SloOptions } from './SloOptions';

/** What the catalog takes for a kind, a namespace or a name. */
const NAME = /^[A-Za-z0-9][-A-Za-z0-9_.]*$/;

const KIND = { defaultKind: 'component', defaultNamespace: 'default' };

/** @throws UsageError when the option is no ref */
function readEntityOption(ref: string): string {
  try {
    const parsed = parseEntityRef(ref, KIND);
    if (Object.values(parsed).every(part => NAME.test(part))) {
      return stringifyEntityRef(parsed);
    }
  } catch {
    // Said below.
  }
  throw new UsageError(
    `--entity is '${ref}'; expected a ref such as component:default/media-service`,
  );
}

/** @throws UsageError when the option is no list of matchers */
function readSelectorOption(selector: string): string {
  const { matchers, error } = parseLabelMatchers(selector);
  if (error) {
    throw new UsageError(
      `--selector is '${selector}': ${error.message}; expected matchers such as service="media", env="prod"`,
    );
  }
  return formatLabelMatchers(matchers);
}

/** Gives the SLOs of documents the entity and the selector that documents do not have. */
export function bindDefinitions(
  definitions: SloDefinition[],
  file: string,
  options: Pick<SloOptions, 'entity' | 'selector'>,
  settings: Settings,
): FoundSlo[] {
  return definitions.map(definition => {
    const entityRef =
      options.entity !== undefined
        ? readEntityOption(options.entity)
        : stringifyEntityRef({
            kind: 'component',
            namespace: 'default',
            name: definition.service,
          });
    const selector =
      options.selector !== undefined
        ? readSelectorOption(options.selector)
        : formatLabelMatchers(
            defaultSelectorFor(
              settings.monitoring.defaultSelector,
              parseEntityRef(entityRef),
            ).matchers,
          );
    const slo = bindSloDefinition(definition, { entityRef, selector });
    return {
      slo: { ...slo, ...alertingOf(slo.alerting, settings.monitoring.slo) },
      file,
      definition,
      ...(settings.portalUrl
        ? { entityUrl: entityUrl(settings.portalUrl, { entityRef }) }
        : {}),
    };
  });
}
