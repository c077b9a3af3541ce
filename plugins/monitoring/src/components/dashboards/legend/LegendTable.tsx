import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LegendEntry } from './LegendEntry';
import type { PanelLegendProps } from './PanelLegend';
import { LegendSort, NAME_COLUMN, sortLegend } from './sortLegend';
import { useLegendStyles } from './useLegendStyles';

/** Props of {@link LegendTable}. */
export interface LegendTableProps extends PanelLegendProps {
  label: string;
  sort: LegendSort | undefined;
  /** A click on a column, by its name. */
  onSort: (column: string) => void;
}

/** A legend with a column for each figure; a click on a column sorts. */
export function LegendTable(props: LegendTableProps) {
  const { items, label, options, sort, onSort } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useLegendStyles();
  const columns = [
    { id: NAME_COLUMN, name: t('dashboards.chart.name') },
    ...[
      ...new Set(items.flatMap(({ values }) => values.map(one => one.title))),
    ].map(title => ({ id: title, name: title })),
  ];
  const orderOf = (column: string) => {
    if (sort?.column !== column) {
      return undefined;
    }
    return sort.descending ? 'descending' : 'ascending';
  };

  return (
    <table
      className={`${classes.table} ${
        options.placement === 'right' ? classes.tableBeside : ''
      }`}
      aria-label={label}
    >
      <thead>
        <tr>
          {columns.map(({ id, name }) => (
            <th key={id} scope="col" aria-sort={orderOf(id)}>
              <button
                type="button"
                className={classes.header}
                onClick={() => onSort(id)}
              >
                {name}
                {sort?.column === id && (
                  <span aria-hidden className={classes.arrow}>
                    {sort.descending ? '▾' : '▴'}
                  </span>
                )}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sortLegend(items, sort).map(item => (
          <tr key={item.key}>
            <td>
              <LegendEntry
                {...props}
                item={
                  item.isOnRight
                    ? {
                        ...item,
                        name: t('dashboards.chart.onRightAxis', {
                          name: item.name,
                        }),
                      }
                    : item
                }
              />
            </td>
            {item.values.map(({ title, text }) => (
              <td key={title} data-name={title}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
