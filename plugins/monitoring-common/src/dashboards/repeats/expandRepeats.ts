import {
  DashboardModel,
  DashboardSection,
  DashboardTab,
  DashboardVariable,
  VariableValues,
} from '../types';
import { expandPanels } from './expandPanels';
import { isShown } from './isShown';
import { RepeatBudget } from './RepeatBudget';
import { RepeatScope, repeatScopes } from './repeatScopes';
import { RepeatValues } from './RepeatValues';

/** Beyond this many panels, no copies are made. */
const MOST_PANELS_WITH_COPIES = 2_000;

/** What {@link expandRepeats} makes copies for. @public */
export interface RepeatContext {
  /** What is chosen; a variable that is missing has what the dashboard was saved with. */
  variables: VariableValues;
  /**
   * With the options that were found: "all" makes a copy for each of them.
   * Default: those of the dashboard.
   */
  definitions?: DashboardVariable[];
  /** In Unix milliseconds; some things are shown only in short ranges. */
  range?: { from: number; to: number };
}

/**
 * The dashboard with its repeated tabs, rows and panels written out, and without what is not to
 * be shown for these values, as Grafana shows it.
 *
 * @remarks
 * Each copy has a `key` of its own and the values that are set in it (`scopedVariables`); what a
 * row sets is set in its panels too. What is repeated by a variable without values, or by one
 * that cannot have many, stays as it is. The dashboard has at most 2,000 panels after this, or as
 * many as it had; `omittedPanels` says how many copies there was no room for.
 *
 * @public
 */
export function expandRepeats(
  dashboard: DashboardModel,
  context: RepeatContext,
): DashboardModel {
  const values = new RepeatValues(
    context.variables,
    context.definitions ?? dashboard.variables,
  );
  const budget = new RepeatBudget(
    MOST_PANELS_WITH_COPIES - countPanels(dashboard.sections),
  );
  const none: RepeatScope = { suffix: '' };
  const { range } = context;
  const length = range && range.to - range.from;
  const expand = (sections: DashboardSection[], scope: RepeatScope) =>
    expandSections(sections, scope, { values, budget, length });

  const tabs: DashboardTab[] = [];
  const sections = expand(
    dashboard.sections.filter(({ tab }) => tab === undefined),
    none,
  );
  for (const tab of dashboard.tabs ?? []) {
    const inTab = dashboard.sections.filter(one => one.tab === tab.id);
    for (const scope of repeatScopes(
      tab.repeat,
      none,
      countPanels(inTab),
      values,
      budget,
    ).filter(one => isShown(tab.condition, one, values, length))) {
      const id = `${tab.id}${scope.suffix}`;
      tabs.push({
        ...tab,
        id,
        ...(scope.variables && { scopedVariables: scope.variables }),
      });
      sections.push(...expand(inTab, scope).map(one => ({ ...one, tab: id })));
    }
  }
  return {
    ...dashboard,
    ...(dashboard.tabs && { tabs }),
    sections,
    ...(budget.omitted > 0 && { omittedPanels: budget.omitted }),
  };
}

/** What the whole page shares. */
interface Expansion {
  values: RepeatValues;
  budget: RepeatBudget;
  /** Of the time range, in milliseconds. */
  length?: number;
}

/** Rows with the rows in them, which follow and lie deeper. */
function expandSections(
  sections: DashboardSection[],
  scope: RepeatScope,
  context: Expansion,
): DashboardSection[] {
  const { values, budget, length } = context;
  const expanded: DashboardSection[] = [];
  for (let at = 0; at < sections.length; ) {
    const [row, ...inRow] = sections.slice(at, endOfRow(sections, at));
    at += 1 + inRow.length;
    for (const one of repeatScopes(
      row.repeat,
      scope,
      countPanels([row, ...inRow]),
      values,
      budget,
    ).filter(copy => isShown(row.condition, copy, values, length))) {
      expanded.push(
        {
          ...row,
          id: `${row.id}${one.suffix}`,
          ...(one.variables && { scopedVariables: one.variables }),
          panels: expandPanels(row, one, values, budget, length),
        },
        ...expandSections(inRow, one, context),
      );
    }
  }
  return expanded;
}

function endOfRow(sections: DashboardSection[], at: number): number {
  const depth = sections[at].depth ?? 0;
  let end = at + 1;
  while (end < sections.length && (sections[end].depth ?? 0) > depth) {
    end += 1;
  }
  return end;
}

function countPanels(sections: DashboardSection[]): number {
  return sections.reduce((count, { panels }) => count + panels.length, 0);
}
