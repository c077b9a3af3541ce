import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PanelProps } from '../types';
import { FramesTable } from './FramesTable';

/** Props of {@link TablePanel}. */
export type TablePanelProps = Pick<
  PanelProps,
  'panel' | 'title' | 'frames' | 'variables' | 'range'
>;

/** Rows and columns, as the author of the panel wants them. */
export function TablePanel(props: TablePanelProps) {
  const { panel, frames, title, variables, range } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  return (
    <FramesTable
      frames={frames}
      variables={variables}
      range={range}
      options={panel.options}
      label={t('dashboards.chart.tableOf', { title })}
    />
  );
}
