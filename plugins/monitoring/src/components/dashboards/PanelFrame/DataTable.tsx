import { useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  displayValue,
  PanelModel,
  PanelQueryResult,
  readHeatmapOptions,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringTranslationRef } from '../../../translation';
import { bucketSeries, panelHeatmap } from '../HeatmapPanel';
import { alignSeries, formatMoment, PanelSeries, panelSeries } from '../series';

/** More rows make the page slow; the newest ones are shown. */
const MOST_ROWS = 200;

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  cell: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Props of {@link DataTable}. */
export interface DataTableProps {
  panel: PanelModel;
  title: string;
  result: PanelQueryResult;
  variables: VariableValues;
}

/** The data of a panel in words and figures, newest first. */
export function DataTable(props: DataTableProps) {
  const { panel, result, variables, title } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);

  const { series, times, values } = useMemo(() => {
    const found = shownSeries(
      panel,
      panelSeries(panel, result, variables, type),
      result,
    );
    return { series: found, ...alignSeries(found) };
  }, [panel, result, variables, type]);
  const shown = times.map((_, index) => index).slice(-MOST_ROWS);
  const label = t('dashboards.chart.tableOf', { title });

  return (
    // Keyboards scroll only what they can reach.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.root} role="region" aria-label={label} tabIndex={0}>
      <Table size="small" stickyHeader aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('dashboards.chart.time')}</TableCell>
            {series.map(one => (
              <TableCell key={one.key} align="right">
                {one.name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.reverse().map(index => (
            <TableRow key={times[index]}>
              <TableCell className={classes.cell}>
                {formatMoment(times[index], timeZone)}
              </TableCell>
              {series.map((one, position) => (
                <TableCell key={one.key} className={classes.cell} align="right">
                  {
                    displayValue(values[position][index], one.config, {
                      timeZone,
                    }).full
                  }
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {times.length > MOST_ROWS && (
        <Typography variant="caption">
          {t('dashboards.chart.rowsShown', {
            shown: String(MOST_ROWS),
            total: String(times.length),
          })}
        </Typography>
      )}
    </div>
  );
}

/** The table of a heatmap says what its cells show, not what its buckets hold in all. */
function shownSeries(
  panel: PanelModel,
  series: PanelSeries[],
  result: PanelQueryResult,
): PanelSeries[] {
  if (panel.kind !== 'heatmap' || series.length === 0) {
    return series;
  }
  const options = readHeatmapOptions(panel.options);
  const heatmap = panelHeatmap(panel, series, options, result.step);
  return bucketSeries(heatmap, options, series);
}
