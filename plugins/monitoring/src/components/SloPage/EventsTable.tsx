import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { formatBudget, formatNumber, formatSli, NO_VALUE } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { bucketText } from './bucketText';
import { BucketLength, EventBucket } from './eventBuckets';

const useStyles = makeStyles({
  figure: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Props of {@link EventsTable}. */
export interface EventsTableProps {
  buckets: EventBucket[];
  length: BucketLength;
  objective: number;
  title: string;
}

/** What happened each day, newest first: all that the charts of the page show of it. */
export function EventsTable(props: EventsTableProps) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const figure = (text: string) => (
    <TableCell align="right" className={classes.figure}>
      {text}
    </TableCell>
  );

  return (
    <ScrollTable label={props.title}>
      <Table size="small" aria-label={props.title}>
        <TableHead>
          <TableRow>
            <TableCell>{t('sloPage.events.time')}</TableCell>
            <TableCell align="right">{t('sloPage.events.bad')}</TableCell>
            <TableCell align="right">{t('sloPage.events.all')}</TableCell>
            <TableCell align="right">{t('sloPage.events.sli')}</TableCell>
            <TableCell align="right">{t('sloPage.events.budget')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...props.buckets].reverse().map(bucket => (
            <TableRow key={bucket.start}>
              <TableCell component="th" scope="row">
                {bucketText(bucket, props.length, format)}
              </TableCell>
              {figure(formatNumber(Math.round(bucket.bad), 0))}
              {figure(formatNumber(Math.round(bucket.total), 0))}
              {figure(
                bucket.total > 0
                  ? formatSli(1 - bucket.bad / bucket.total, props.objective)
                  : NO_VALUE,
              )}
              {figure(formatBudget(bucket.budgetRemaining))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
