import { InputError } from '@backstage/errors';
import {
  PanelModel,
  PanelTarget,
  PanelTransformation,
} from '@sightline/backstage-plugin-monitoring-common';

/** A query, and the panel in which it stands: its interval and its width count. */
export interface OwnedTarget {
  target: PanelTarget;
  panel: PanelModel;
}

/** Queries of one panel: panels that show each other's answers may multiply them. */
const MOST_TARGETS = 100;

/** The queries whose answers a panel shows. */
export interface CollectedTargets {
  targets: OwnedTarget[];
  /** Of the panels whose answers these are, in order. */
  transformations: PanelTransformation[];
  /** For people. */
  errors: string[];
}

/**
 * A panel's own queries, and those of the panels whose answers it shows (`-- Dashboard --`).
 *
 * @param panels - all of the dashboard
 */
export function collectTargets(
  panel: PanelModel,
  panels: PanelModel[],
): CollectedTargets {
  const collected = collect(panel, panels, []);
  const { targets } = collected;
  return targets.length > MOST_TARGETS
    ? {
        ...collected,
        targets: targets.slice(0, MOST_TARGETS),
        errors: [
          ...collected.errors,
          `Only the first ${MOST_TARGETS} queries are asked`,
        ],
      }
    : collected;
}

/**
 * At most one query more than is asked, which tells that there are more.
 *
 * @param way - ids of panels that show the answers of this one
 */
function collect(
  panel: PanelModel,
  panels: PanelModel[],
  way: number[],
): CollectedTargets {
  const collected: CollectedTargets = {
    targets: [],
    transformations: [],
    errors: [],
  };
  const shown = panel.targets.filter(({ hide }) => !hide);
  for (const target of panel.targets) {
    const { source } = target;
    if (collected.targets.length > MOST_TARGETS) {
      break;
    }
    if (!source) {
      collected.targets.push({ target, panel });
    } else if (!target.hide) {
      try {
        const other = sourcePanel(source.panelId, panels, [...way, panel.id]);
        const of = collect(other, panels, [...way, panel.id]);
        const transformations = source.withTransformations
          ? [...of.transformations, ...other.transformations]
          : of.transformations;
        if (transformations.length > 0 && shown.length > 1) {
          throw new InputError(
            `panel ${source.panelId} transforms its answers; they can be shown alone, not beside others`,
          );
        }
        collected.targets.push(...of.targets);
        collected.transformations.push(...transformations);
        collected.errors.push(...of.errors);
      } catch (error) {
        if (!(error instanceof InputError)) {
          throw error;
        }
        collected.errors.push(`${target.refId}: ${error.message}`);
      }
    }
  }
  return collected;
}

function sourcePanel(
  id: number,
  panels: PanelModel[],
  way: number[],
): PanelModel {
  if (way.includes(id)) {
    throw new InputError(
      `panels show each other's answers in a circle: ${[
        ...way.slice(way.indexOf(id)),
        id,
      ].join(' → ')}`,
    );
  }
  const panel = panels.find(one => one.id === id);
  if (!panel) {
    throw new InputError(
      `it shows the answers of panel ${id}, which the dashboard does not have`,
    );
  }
  return panel;
}
