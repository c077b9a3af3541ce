import { PanelModel } from '../types';
import { SupportReason } from './PanelSupport';

/** Matchers of overrides that find their fields here as in Grafana. */
const MATCHERS = new Set([
  'byName',
  'byNames',
  'byRegexp',
  'byRegexpOrNames',
  'byType',
  'byTypes',
  'byFrameRefID',
  'byValue',
  'numeric',
  'time',
  'first',
  'firstTimeField',
  'alwaysMatch',
  'anyMatch',
  'allMatch',
  'invertMatch',
]);

/** What of a panel is left out although the panel is drawn. */
export function ignoredParts(panel: PanelModel): SupportReason[] {
  const matchers = panel.fieldConfig.overrides
    .map(({ matcher }) => matcher.id)
    .filter(id => !MATCHERS.has(id));
  return [
    ...(panel.ignored ?? []).map(
      (detail): SupportReason => ({ code: 'option', detail }),
    ),
    ...[...new Set(matchers)].map(
      (detail): SupportReason => ({ code: 'matcher', detail }),
    ),
  ];
}
