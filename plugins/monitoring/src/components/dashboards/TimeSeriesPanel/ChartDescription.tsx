import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import { displayField } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { formatMoment, PanelSeries } from '../series';
import { visuallyHidden } from '../visuallyHidden';

/** Series that the text alternative names; the table has them all. */
const NAMED_SERIES = 5;

/** Props of {@link ChartDescription}. */
export interface ChartDescriptionProps {
  /** Of the element, for the chart that it describes. */
  id: string;
  title: string;
  series: PanelSeries[];
  range: { from: number; to: number };
  timeZone?: string;
}

/** What a chart shows, for those who do not see it. */
export const ChartDescription = memo(Description);

function Description(props: ChartDescriptionProps) {
  const { id, title, series, range, timeZone } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { type } = useTheme().palette;
  const described: string[] = series.slice(0, NAMED_SERIES).map(one =>
    t('dashboards.chart.seriesLast', {
      name: one.name,
      value: displayField(one.field, { theme: type, timeZone })(
        one.values.findLast(value => value !== null) ?? null,
      ).full,
    }),
  );
  if (series.length > NAMED_SERIES) {
    described.push(
      t('dashboards.chart.more', {
        others: String(series.length - NAMED_SERIES),
      }),
    );
  }
  return (
    <span id={id} style={visuallyHidden}>
      {t('dashboards.chart.label', {
        count: series.length,
        title,
        from: formatMoment(range.from, timeZone),
        to: formatMoment(range.to, timeZone),
        series: described.join(' '),
      })}
    </span>
  );
}
