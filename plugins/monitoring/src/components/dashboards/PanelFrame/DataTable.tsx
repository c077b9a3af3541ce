import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  frameLength,
  framesToTabs,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { CopyButton, FramesTable } from '../TablePanel';
import { PanelProps } from '../types';
import { dataTables } from './dataTables';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
  },
  table: {
    flex: 1,
    minHeight: 0,
  },
  footer: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
}));

/** Newest first: that is what people look for. */
const NEWEST_FIRST = { sortBy: [{ displayName: 'Time', desc: true }] };

/** Props of {@link DataTable}. */
export type DataTableProps = Pick<
  PanelProps,
  'panel' | 'title' | 'frames' | 'variables' | 'range'
>;

/** The data of any panel in words and figures. */
export function DataTable(props: DataTableProps) {
  const { panel, title, frames, variables, range } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const tables = useMemo(
    () => dataTables(panel, frames, range),
    [panel, frames, range],
  );
  const rows = tables.reduce((sum, table) => sum + frameLength(table), 0);
  return (
    <div className={classes.root}>
      <div className={classes.table}>
        <FramesTable
          frames={tables}
          variables={variables}
          range={range}
          options={panel.kind === 'table' ? panel.options : NEWEST_FIRST}
          label={t('dashboards.chart.tableOf', { title })}
        />
      </div>
      <div className={classes.footer}>
        <Typography variant="caption">
          {t('dashboards.table.rowCount', { count: rows })}
        </Typography>
        <CopyButton text={() => framesToTabs(tables)} />
      </div>
    </div>
  );
}
