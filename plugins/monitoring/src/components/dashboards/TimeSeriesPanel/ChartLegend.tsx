import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  calculationName,
  LegendOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';
import { LegendRow } from './legendRows';
import { visuallyHidden } from '../visuallyHidden';
import { SeriesMark } from './SeriesMark';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      position: 'sticky',
      top: 0,
      background: theme.palette.background.paper,
      color: theme.palette.textSubtle,
      fontWeight: 400,
    },
    [theme.breakpoints.down('xs')]: {
      // A line for the name and one for its figures: side by side they do not fit.
      '& thead': visuallyHidden,
      '& tr': {
        display: 'flex',
        flexWrap: 'wrap',
      },
      '& tbody td:first-child': {
        flexBasis: '100%',
        maxWidth: 'none',
      },
      '& td + td::before': {
        content: 'attr(data-name) " "',
        color: theme.palette.textSubtle,
      },
    },
    '& th, & td': {
      padding: theme.spacing(0.125, 1, 0.125, 0),
      textAlign: 'right',
      whiteSpace: 'nowrap',
    },
    '& th:first-child, & td:first-child': {
      width: '99%',
      minWidth: 96,
      maxWidth: 0,
      textAlign: 'left',
    },
  },
  series: {
    display: 'inline-flex',
    justifyContent: 'flex-start',
    gap: theme.spacing(1),
    maxWidth: '100%',
    minHeight: 24,
    fontSize: theme.typography.caption.fontSize,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  off: {
    opacity: 0.45,
  },
  values: {
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

/** Props of {@link ChartLegend}. */
export interface ChartLegendProps {
  rows: LegendRow[];
  options: LegendOptions;
  /** Keys of the series that are drawn. */
  visible: ReadonlySet<string>;
  /** Title of the panel. */
  title: string;
  /** A click on a series; `only` leaves the others as they are when false. */
  onSelect: (key: string, only: boolean) => void;
}

/** The names of the series, with figures; a click shows one series alone. */
export function ChartLegend(props: ChartLegendProps) {
  const { rows, options, visible } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const names = options.calculations.map(calculationName);
  const label = t('dashboards.chart.legend', { title: props.title });

  const series = (row: LegendRow) => (
    <ButtonBase
      className={`${classes.series} ${visible.has(row.key) ? '' : classes.off}`}
      aria-pressed={visible.has(row.key)}
      title={row.name}
      onClick={event =>
        props.onSelect(row.key, !(event.ctrlKey || event.metaKey))
      }
    >
      <SeriesMark color={row.color} />
      <span className={classes.name}>{row.name}</span>
    </ButtonBase>
  );

  if (options.displayMode === 'list') {
    return (
      <ul className={classes.list} aria-label={label}>
        {rows.map(row => (
          <li key={row.key}>
            {series(row)}
            {row.values.map((value, index) => (
              <small key={names[index]} className={classes.values}>
                {` ${names[index]}: ${value}`}
              </small>
            ))}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('dashboards.chart.name')}</th>
          {names.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <td>{series(row)}</td>
            {row.values.map((value, index) => (
              <td key={names[index]} data-name={names[index]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
