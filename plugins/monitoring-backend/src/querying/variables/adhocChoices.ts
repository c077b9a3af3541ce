import {
  AdhocFilter,
  applyAdhocFilters,
  formatLabelMatchers,
  LabelMatcher,
  VariableOption,
} from '@sightline/backstage-plugin-monitoring-common';
import { TimeRange } from '../range';
import { QueryClient } from '../QueryClient';
import { labelName, MOST_VALUES, seriesQuery } from './requestValues';

/** What {@link adhocChoices} needs. */
export interface AdhocChoicesOptions {
  client: QueryClient;
  range: TimeRange;
  /** The operator's matchers, carried by every request. */
  scope: LabelMatcher[];
  /** Filters that are set already; those of the same label do not narrow its values. */
  filters: AdhocFilter[];
  /** The label whose values are asked for; absent means the labels. */
  key?: string;
  signal?: AbortSignal;
}

/**
 * Labels, or values of one, that an ad hoc filter can be made of.
 *
 * @throws `InputError` when `key` is no name of a label
 * @throws `ServiceUnavailableError` when Prometheus does not answer
 */
export async function adhocChoices(
  options: AdhocChoicesOptions,
): Promise<VariableOption[]> {
  const { client, range, scope, filters, key, signal } = options;
  const others = filters.filter(filter => filter.key !== key);
  const selector =
    others.length > 0
      ? // A selector has to have something that no empty label fits.
        applyAdhocFilters(
          `{${formatLabelMatchers([
            { label: '__name__', operator: '=~', value: '.+' },
          ])}}`,
          others,
        )
      : undefined;
  const query = seriesQuery(selector, range, scope);
  const { texts } =
    key === undefined
      ? await client.labelNames(query, { signal })
      : await client.labelValues(labelName(key), query, { signal });
  const used = new Set(key === undefined ? others.map(one => one.key) : []);
  return texts
    .filter(text => !used.has(text))
    .slice(0, MOST_VALUES)
    .map(text => ({ text, value: text }));
}
