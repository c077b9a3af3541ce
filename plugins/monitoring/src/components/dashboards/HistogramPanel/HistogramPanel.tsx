import { useCallback, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  ColorTheme,
  DataField,
  DataFrame,
  displayField,
  panelHistogram,
  readGraphStyle,
  readHistogramOptions,
  readLegendOptions,
  readTooltipOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { fieldColor } from '../colors';
import {
  LegendItem,
  LegendLayout,
  legendValues,
  PanelLegend,
  useVisibleItems,
} from '../legend';
import { PlotFrame, PlotProblem } from '../plot';
import { PanelProps } from '../types';
import { ElementSize } from '../followSize';
import { HistogramDrawing } from './HistogramDrawing';
import { histogramItems } from './histogramItems';
import {
  bucketName,
  HistogramFields,
  histogramFields,
  layoutHistogram,
} from './layoutHistogram';

/** How values spread over buckets of equal size. */
export function HistogramPanel(props: PanelProps) {
  const { panel, frames } = props;
  const fields = useMemo(() => {
    const frame = panelHistogram(frames, readHistogramOptions(panel.options));
    return frame && frame.fields[0].values.length > 0
      ? histogramFields(frame)
      : undefined;
  }, [frames, panel.options]);
  return fields && fields.counts.length > 0 ? (
    <Histogram {...props} fields={fields} />
  ) : (
    <PlotProblem panel={panel} />
  );
}

function Histogram(props: PanelProps & { fields: HistogramFields }) {
  const { panel, title, frames, fields } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const legend = useMemo(
    () => readLegendOptions(panel.options),
    [panel.options],
  );
  const keys = useMemo(
    () => fields.counts.map((field, index) => `${index}/${nameOf(field)}`),
    [fields],
  );
  const { visible, select } = useVisibleItems(keys);
  const plotOf = useCallback(
    (size: ElementSize) => {
      const isVisible = keys.map(
        (key, index) =>
          visible.has(key) &&
          !readGraphStyle(fields.counts[index].config.custom).hideFrom.viz,
      );
      const layout = layoutHistogram({ fields, isVisible, size, theme: type });
      const colors = fields.counts.map(field => fieldColor(field, type));
      return {
        area: layout.area,
        items: histogramItems({
          layout,
          fields,
          colors,
          tooltip: readTooltipOptions(panel.options),
          theme: type,
          bucket: t('dashboards.plot.bucket'),
        }),
        drawing: (
          <HistogramDrawing layout={layout} fields={fields} colors={colors} />
        ),
      };
    },
    [fields, keys, visible, type, panel.options, t],
  );
  const items = legendItems(fields, frames, {
    calculations: legend.calculations,
    keys,
    theme: type,
    timeZone,
  });
  const fullest = fullestBucket(fields);
  return (
    <LegendLayout
      options={legend}
      legend={
        <PanelLegend
          title={title}
          items={items}
          options={legend}
          visible={visible}
          onSelect={select}
        />
      }
    >
      <PlotFrame
        title={title}
        label={t('dashboards.plot.histogram', {
          title,
          count: fields.from.values.length,
          names: items.map(({ name }) => name).join(', '),
          fullest: t('dashboards.plot.fullest', {
            bucket: bucketName(fields, fullest.bucket, type),
            value: displayField(fullest.field, { theme: type })(fullest.count)
              .full,
          }),
        })}
        plotOf={plotOf}
        hasTooltip={readTooltipOptions(panel.options).mode !== 'none'}
      />
    </LegendLayout>
  );
}

function nameOf(field: DataField): string {
  return field.state?.displayName ?? field.name;
}

/** Figures of the legend are those of the values that were counted, where they are known. */
function legendItems(
  { counts }: HistogramFields,
  frames: DataFrame[],
  options: {
    calculations: string[];
    keys: string[];
    theme: ColorTheme;
    timeZone?: string;
  },
): LegendItem[] {
  const raw = frames.flatMap(({ fields }) =>
    fields.filter(({ type }) => type === 'number'),
  );
  return counts.flatMap((field, index) => {
    if (readGraphStyle(field.config.custom).hideFrom.legend) {
      return [];
    }
    const source = raw.length === counts.length ? raw[index] : field;
    return [
      {
        key: options.keys[index],
        name: nameOf(field),
        color: fieldColor(field, options.theme),
        values: legendValues(
          { ...source, values: source.values as (number | null)[] },
          options.calculations,
          options.timeZone,
        ),
      },
    ];
  });
}

function fullestBucket({ counts }: HistogramFields) {
  const all = counts.flatMap(field =>
    field.values.map((count, bucket) => ({
      field,
      bucket,
      count: typeof count === 'number' ? count : 0,
    })),
  );
  return all.reduce((most, one) => (one.count > most.count ? one : most));
}
