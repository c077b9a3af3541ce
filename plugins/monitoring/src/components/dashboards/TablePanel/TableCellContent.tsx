import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ImageOutlinedIcon from '@material-ui/icons/ImageOutlined';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldValue,
  isFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { jsonText } from './cellText';
import { TableColumn } from './tableColumns';

// Most tables have text alone.
const GaugeCell = lazily(() =>
  import('./GaugeCell').then(module => module.GaugeCell),
);
const PillCell = lazily(() =>
  import('./PillCell').then(module => module.PillCell),
);
const SparklineCell = lazily(() =>
  import('./SparklineCell').then(module => module.SparklineCell),
);

const useStyles = makeStyles(theme => ({
  code: {
    fontFamily: 'monospace',
  },
  image: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.text.secondary,
  },
}));

/** Props of {@link TableCellContent}. */
export interface TableCellContentProps {
  column: TableColumn;
  value: FieldValue | undefined;
}

/** A value as its column draws it. */
export function TableCellContent(props: TableCellContentProps) {
  const { column, value } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { style, display } = column;
  if (isFrame(value)) {
    return <SparklineCell column={column} frame={value} />;
  }
  switch (style.kind) {
    case 'gauge':
      return <GaugeCell column={column} value={value} />;
    case 'pill':
      return <PillCell column={column} value={value} />;
    case 'json-view':
      return <span className={classes.code}>{jsonText(column, value)}</span>;
    case 'image': {
      // Whoever wrote the address would learn who looks at the dashboard.
      const address = display(value).full;
      return address ? (
        <span className={classes.image}>
          <ImageOutlinedIcon fontSize="small" aria-hidden />
          {t('dashboards.table.image', { address })}
        </span>
      ) : null;
    }
    case 'sparkline':
      return (
        <>{column.field.config.noValue ?? t('dashboards.table.noTrend')}</>
      );
    default:
      return (
        <>
          {Array.isArray(value) ? jsonText(column, value) : display(value).full}
        </>
      );
  }
}
