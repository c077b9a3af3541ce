import { DashboardModel } from '../types';
import { migratePresentPanel } from './migrations/migratePresentPanel';
import { readModel } from './readModel';
import { parseV1 } from './v1/parseV1';

/** What of a dashboard takes more than {@link parsePresentDashboard} to read. */
const FORMER = new RegExp(
  [
    // Panels of types that are no more, or that were written in another way.
    '"type":"(?:graph|graphite|singlestat|grafana-singlestat-panel|table-old|grafana-piechart-panel',
    '|natel-discrete-panel|heatmap|heatmap-new|text|text2)"',
    '|"(?:autoMigrateFrom|styles)":',
    // The second schema.
    '|"(?:elements|layout)":',
  ].join(''),
);

/**
 * Reads a dashboard that has no former forms exactly as `parseDashboard` does, with a part of its
 * code.
 *
 * @returns undefined when it may have some; then `parseDashboard` has to read it
 * @public
 */
export function parsePresentDashboard(
  json: unknown,
): DashboardModel | undefined {
  return mayHaveFormer(json)
    ? undefined
    : readModel(json, (dashboard, version) =>
        parseV1(dashboard, migratePresentPanel, version),
      );
}

function mayHaveFormer(json: unknown): boolean {
  try {
    return FORMER.test(JSON.stringify(json) ?? '');
  } catch {
    // Nested too deep to be written.
    return true;
  }
}
