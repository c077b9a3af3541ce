import { isExpressionKnown } from '../expressions/Expression';
import { isTransformationKnown } from '../transformations/transformationIds';
import {
  DatasourceReference,
  PanelKind,
  PanelModel,
  PanelTarget,
  UnsupportedReason,
} from '../types';
import { DashboardContext, sourceType } from './DashboardContext';
import { asText } from './json';
import { isPanelSource } from './parseTarget';
import { isPrometheusType } from './isPrometheusType';

/** Kinds that show nothing that was queried. */
const WITHOUT_DATA: PanelKind[] = ['text', 'alertlist', 'dashlist'];

/** Names of the source that is Grafana itself. */
const OWN = new Set(['-- Grafana --', 'grafana']);

/** What a panel would need that Sightline cannot do. */
export interface Unsupported {
  unsupported: UnsupportedReason;
  unsupportedDetail?: string;
}

/**
 * Why a panel cannot be drawn rightly, and what it is about; undefined when it can.
 *
 * @remarks
 * A source whose type nobody tells is taken for Prometheus: dashboards of before Grafana 8.3 name
 * their sources only.
 */
export function unsupportedReason(
  panel: PanelModel,
  context: DashboardContext,
): Unsupported | undefined {
  if (panel.kind === 'unsupported') {
    return { unsupported: 'type', unsupportedDetail: panel.type };
  }
  if (WITHOUT_DATA.includes(panel.kind)) {
    return undefined;
  }
  const transformation = panel.transformations.find(
    ({ id }) => !isTransformationKnown(id),
  );
  if (transformation) {
    return {
      unsupported: 'transformations',
      unsupportedDetail: transformation.id,
    };
  }
  const shown = panel.targets.filter(({ hide }) => !hide);
  if (!shown.length) {
    return foreignReason(panel.datasource, context);
  }
  for (const target of shown) {
    const reason = targetReason(target, panel, context);
    if (reason) {
      return reason;
    }
  }
  return undefined;
}

function targetReason(
  target: PanelTarget,
  panel: PanelModel,
  context: DashboardContext,
): Unsupported | undefined {
  if (target.expression) {
    return isExpressionKnown(target.expression)
      ? undefined
      : {
          unsupported: 'expression',
          unsupportedDetail: asText(target.expression.type) ?? 'unknown',
        };
  }
  const source = target.datasource ?? panel.datasource;
  if (isPanelSource(source)) {
    return target.source
      ? undefined
      : { unsupported: 'datasource', unsupportedDetail: source?.uid };
  }
  return foreignReason(source, context);
}

function foreignReason(
  source: DatasourceReference | undefined,
  context: DashboardContext,
): Unsupported | undefined {
  const type = OWN.has(source?.uid ?? '')
    ? 'grafana'
    : sourceType(source, context);
  // Of mixed panels: a target that names no source takes the default one.
  const isKnown =
    type === undefined || type === 'datasource' || isPrometheusType(type);
  return isKnown
    ? undefined
    : { unsupported: 'datasource', unsupportedDetail: type };
}
