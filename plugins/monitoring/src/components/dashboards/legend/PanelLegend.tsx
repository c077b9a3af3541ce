import { memo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LegendOptions } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { LegendEntry } from './LegendEntry';
import { LegendItem } from './LegendItem';
import { LegendSort, nextSort } from './sortLegend';
import { useLegendStyles } from './useLegendStyles';

const LegendTable = lazily(() =>
  import('./LegendTable').then(module => module.LegendTable),
);

/** Letters of a name that fits below a graph on the narrowest screens. */
const SHORT_NAME = 30;

/** Props of {@link PanelLegend}. */
export interface PanelLegendProps {
  /** Of the panel. */
  title: string;
  items: LegendItem[];
  options: Pick<
    LegendOptions,
    'displayMode' | 'placement' | 'sortBy' | 'sortDescending'
  >;
  /** Keys of what is drawn. */
  visible: ReadonlySet<string>;
  /** A click on an item; `only` is false when the others stay as they are. Absent: nothing happens. */
  onSelect?: (key: string, only: boolean) => void;
  /** The pointer or the keyboard is on an item; undefined when it has left. */
  onHighlight?: (key: string | undefined) => void;
}

function Legend(props: PanelLegendProps) {
  const { items, options, title } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useLegendStyles();
  const [sort, setSort] = useState<LegendSort | undefined>(
    options.sortBy
      ? { column: options.sortBy, descending: options.sortDescending }
      : undefined,
  );
  const label = t('dashboards.chart.legend', { title });

  if (options.displayMode === 'hidden' || items.length === 0) {
    return null;
  }
  if (options.displayMode === 'table') {
    return (
      <LegendTable
        {...props}
        label={label}
        sort={sort}
        onSort={column => setSort(nextSort(sort, column))}
      />
    );
  }
  const isBeside = options.placement === 'right';
  const inOrder = isBeside
    ? items
    : [
        ...items.filter(({ isOnRight }) => !isOnRight),
        ...items.filter(({ isOnRight }) => isOnRight),
      ];
  const firstOnRight = inOrder.findIndex(({ isOnRight }) => isOnRight);
  return (
    <ul
      className={`${classes.list} ${isBeside ? classes.beside : ''}`}
      aria-label={label}
    >
      {inOrder.map((item, index) => (
        <li
          key={item.key}
          className={
            !isBeside && index === firstOnRight ? classes.onRight : undefined
          }
        >
          <LegendEntry
            {...props}
            item={item}
            hasRoom={!isBeside && item.name.length <= SHORT_NAME}
          />
          {item.values.map(({ title: name, text }) => (
            <small key={name} className={classes.values}>
              {` ${name && `${capitalize(name)}: `}${text}`}
            </small>
          ))}
        </li>
      ))}
    </ul>
  );
}

/**
 * The names of what a panel draws, with figures, as a list or a table.
 *
 * @remarks
 * A click shows one item alone, or all again; with Ctrl, Cmd or Shift it switches one on or off.
 */
export const PanelLegend = memo(Legend);

/** As Grafana writes the names of calculations in lists: `Stddev`. */
function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
