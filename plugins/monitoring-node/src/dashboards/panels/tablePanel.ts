import {
  TableCellDisplayMode,
  TableSortByFieldStateBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { configurePanel, valueMappings } from './configurePanel';
import { PanelOptions, PanelValueName } from './types';

/**
 * A panel with one row per series and one column per label and per query, now.
 *
 * @param options - each query is one column, headed by its `legend`; all queries must have the same
 *   labels, which are the first columns, headed as `columns` says and in that order
 * @public
 */
export function tablePanel(
  options: Omit<PanelOptions, 'thresholds' | 'names'> & {
    /** Label → heading. */
    columns: Record<string, string>;
    /** The query's column that is sorted by, largest first; the first when absent. */
    sortBy?: string;
    /** Column (a query's legend) → its unit, where it is not the panel's. */
    units?: Record<string, string>;
    /** Column (a query's legend) → words instead of its numbers, in their colour. */
    names?: Record<string, PanelValueName[]>;
  },
): Panel {
  const { columns, queries, units = {}, names = {}, ...panel } = options;
  const single = queries.length === 1;
  const values = queries.map(({ legend }, index) => ({
    legend,
    field: single ? 'Value' : `Value #${String.fromCharCode(65 + index)}`,
  }));
  const labels = Object.keys(columns);
  const order = [...labels, ...values.map(({ field }) => field)];
  const builder = configurePanel(
    new PanelBuilder(),
    { ...panel, queries },
    {
      kind: 'instant',
      format: PromQueryFormat.Table,
    },
  )
    .transformations([
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          indexByName: Object.fromEntries(
            order.map((name, index) => [name, index]),
          ),
          renameByName: {
            ...columns,
            ...Object.fromEntries(
              values.map(({ field, legend }) => [field, legend]),
            ),
          },
        },
      },
    ])
    .displayMode(TableCellDisplayMode.Auto)
    .sortBy([
      new TableSortByFieldStateBuilder()
        .displayName(options.sortBy ?? queries[0].legend)
        .desc(true),
    ]);
  for (const [column, unit] of Object.entries(units)) {
    builder.overrideByName(column, [{ id: 'unit', value: unit }]);
  }
  for (const [column, words] of Object.entries(names)) {
    builder.overrideByName(column, [
      { id: 'mappings', value: valueMappings(words) },
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
    ]);
  }
  return builder.build();
}
