import { GridPlace, placePanels } from '../model/placePanels';
import { DashboardSection, PanelModel } from '../types';
import { isShown } from './isShown';
import { RepeatBudget } from './RepeatBudget';
import { RepeatScope, repeatScopes } from './repeatScopes';
import { RepeatValues } from './RepeatValues';

/**
 * The panels of a section with the copies that repeats make, and what lies below pushed down.
 *
 * @remarks
 * The copies share the place of the panel: one below the other in its width, or beside each
 * other, at most `maxPerRow`, so wide as fits their number; columns may be fractions then.
 *
 * @param length - of the time range, in milliseconds
 */
export function expandPanels(
  section: Pick<DashboardSection, 'panels' | 'autoGrid'>,
  scope: RepeatScope,
  values: RepeatValues,
  budget: RepeatBudget,
  length: number | undefined,
): PanelModel[] {
  const copies = section.panels.map(panel =>
    repeatScopes(panel.repeat, scope, 1, values, budget)
      .filter(one => isShown(panel.condition, one, values, length))
      .map(one => copyPanel(panel, one)),
  );
  if (section.autoGrid || copies.every(ofPanel => ofPanel.length === 1)) {
    return copies.flat();
  }
  const places = placePanels(
    section.panels.map((panel, index) => ({
      ...panel.gridPos,
      h: panel.gridPos.h * rowsOf(panel, copies[index].length),
    })),
  );
  return copies.flatMap((ofPanel, index) =>
    ofPanel.map((copy, at) => ({
      ...copy,
      gridPos: placeOfCopy(section.panels[index], ofPanel.length, at, {
        ...places[index],
        h: copy.gridPos.h,
      }),
    })),
  );
}

function copyPanel(panel: PanelModel, scope: RepeatScope): PanelModel {
  return scope.variables
    ? {
        ...panel,
        key: `${panel.key}${scope.suffix}`,
        scopedVariables: scope.variables,
      }
    : panel;
}

function columnsOf({ repeatDirection, maxPerRow }: PanelModel, count: number) {
  return repeatDirection === 'v' ? 1 : Math.min(count, maxPerRow);
}

function rowsOf(panel: PanelModel, count: number): number {
  return Math.ceil(count / columnsOf(panel, count));
}

/** @param first - the first copy's, as wide as all */
function placeOfCopy(
  panel: PanelModel,
  count: number,
  at: number,
  first: GridPlace,
): GridPlace {
  const columns = columnsOf(panel, count);
  const w = first.w / columns;
  return {
    x: first.x + (at % columns) * w,
    y: first.y + Math.floor(at / columns) * first.h,
    w,
    h: first.h,
  };
}
