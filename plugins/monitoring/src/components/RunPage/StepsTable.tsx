import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ProvisioningStep } from '@sightline/backstage-plugin-monitoring-common';
import { formatElapsed } from '../../format';
import { safeUrl } from '../../links';
import {
  monitoringProvisioningTranslationRef,
  monitoringRunsTranslationRef,
} from '../../translation';
import { useRunWords } from '../provisioning';
import { ScrollTable } from '../ScrollTable';
import { ServiceLink } from '../ServiceLink';
import { StateLabel } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  result: {
    width: 128,
  },
  object: {
    minWidth: 200,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  time: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Steps of a run, one a row. */
export function StepsTable(props: { steps: ProvisioningStep[] }) {
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tRuns } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const words = useRunWords();

  return (
    <ScrollTable label={tRuns('runs.steps.title')}>
      <Table size="small" aria-label={tRuns('runs.steps.tableLabel')}>
        <TableHead>
          <TableRow>
            <TableCell className={classes.result}>
              {tRuns('runs.steps.result')}
            </TableCell>
            <TableCell>{tRuns('runs.steps.step')}</TableCell>
            <TableCell>{tRuns('runs.steps.object')}</TableCell>
            <TableCell>{tRuns('runs.steps.service')}</TableCell>
            <TableCell align="right">{tRuns('runs.steps.time')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.steps.map((step, index) => {
            const url = safeUrl(step.url);
            return (
              <TableRow key={step.key ?? `${step.target} ${step.uid} ${index}`}>
                <TableCell>
                  {step.outcome && <StateLabel state={step.outcome} />}
                </TableCell>
                <TableCell>{words.step(step)}</TableCell>
                <TableCell className={classes.object}>
                  <Typography variant="subtitle2" component="div">
                    {url ? <Link to={url}>{step.title}</Link> : step.title}
                  </Typography>
                  <Typography
                    className={classes.subtle}
                    variant="caption"
                    component="div"
                  >
                    {[
                      step.environment &&
                        t('provisioning.environment', {
                          name: step.environment,
                        }),
                      step.error ?? step.reason,
                      step.target,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </TableCell>
                <TableCell>
                  <ServiceLink entityRef={step.entityRef} />
                </TableCell>
                <TableCell className={classes.time} align="right">
                  {formatElapsed(step.duration)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
