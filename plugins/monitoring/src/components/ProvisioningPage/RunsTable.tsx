import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { formatElapsed, formatTime } from '../../format';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import {
  RUN_LABELS,
  runDuration,
  runState,
  useRunWords,
} from '../provisioning';
import { ScrollTable } from '../ScrollTable';
import { ServiceLink } from '../ServiceLink';
import { StateLabel } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  nowrap: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  counts: {
    minWidth: 160,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Runs, one a row. */
export function RunsTable(props: { runs: ProvisioningRun[] }) {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const words = useRunWords();
  const paths = useProvisioningPath();

  return (
    <ScrollTable label={t('runs.list.title')}>
      <Table size="small" aria-label={t('runs.list.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('runs.list.result')}</TableCell>
            <TableCell>{t('runs.list.start')}</TableCell>
            <TableCell>{t('runs.list.scope')}</TableCell>
            <TableCell>{t('runs.list.counts')}</TableCell>
            <TableCell align="right">{t('runs.list.duration')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.runs.map(run => (
            <TableRow key={run.id}>
              <TableCell>
                <StateLabel state={RUN_LABELS[runState(run)]} />
              </TableCell>
              <TableCell className={classes.nowrap}>
                <Link to={paths?.run(run.id) ?? `runs/${run.id}`}>
                  {formatTime(run.startedAt, format)}
                </Link>
                <Typography
                  className={classes.subtle}
                  variant="caption"
                  component="div"
                >
                  {words.trigger(run)}
                </Typography>
              </TableCell>
              <TableCell>
                {run.entityRef ? (
                  <ServiceLink entityRef={run.entityRef} />
                ) : (
                  t('runs.allEntities')
                )}
              </TableCell>
              <TableCell className={classes.counts}>
                {words.counts(run)}
                {run.errors.length > 0 && (
                  <Typography
                    className={classes.subtle}
                    variant="caption"
                    component="div"
                  >
                    {run.errors[0].message}
                  </Typography>
                )}
              </TableCell>
              <TableCell className={classes.nowrap} align="right">
                {formatElapsed(runDuration(run, format.now))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
