import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readPieChartOptions } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { useFigures } from '../figures';
import {
  LegendItem,
  LegendLayout,
  PanelLegend,
  useVisibleItems,
} from '../legend';
import { NoDataNotice } from '../NoDataNotice';
import { PanelProps } from '../types';
import { PieDrawing } from './PieDrawing';
import { PieItem, pieItems } from './pieItems';

/** What parts make a whole: a pie or a ring, with a legend. */
export function PieChartPanel(props: PanelProps) {
  const { panel, title } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const options = useMemo(() => readPieChartOptions(panel.options), [panel]);
  const displays = useFigures(props, options);
  const keys = useMemo(() => displays.map(({ key }) => key), [displays]);
  const { visible, select } = useVisibleItems(keys);
  const [highlighted, setHighlighted] = useState<string>();
  const items = useMemo(
    () => pieItems(displays, options, key => visible.has(key)),
    [displays, options, visible],
  );
  const { values, ...legendOptions } = options.legend;
  const isTable = legendOptions.displayMode === 'table';
  const legend = useMemo<LegendItem[]>(
    () =>
      items
        .filter(({ inLegend }) => inLegend)
        .map(item => ({
          key: item.key,
          name: item.name,
          color: item.color,
          values: values
            .filter(value => value !== 'name')
            .map(value => ({
              // In a list, a part alone is told without its name, as in Grafana.
              title:
                values.length === 1 && !isTable
                  ? ''
                  : t(`dashboards.figures.${value as 'value' | 'percent'}`),
              text: item[value],
              number: numberOf(item, value),
            })),
        })),
    [items, values, isTable, t],
  );

  if (!displays.some(({ source }) => source)) {
    return <NoDataNotice panel={panel} />;
  }
  return (
    <LegendLayout
      options={legendOptions}
      legend={
        <PanelLegend
          title={title}
          items={legend}
          options={legendOptions}
          visible={visible}
          onSelect={select}
          onHighlight={setHighlighted}
        />
      }
    >
      <PieDrawing
        {...props}
        items={items}
        options={options}
        highlighted={highlighted}
      />
    </LegendLayout>
  );
}

function numberOf(item: PieItem, value: string): number | undefined {
  const number = value === 'percent' ? item.share : item.numeric;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}
