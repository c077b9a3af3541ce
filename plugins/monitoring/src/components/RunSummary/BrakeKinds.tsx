import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import {
  ManagedObjectKind,
  PruneBrake,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import {
  monitoringProvisioningTranslationRef,
  monitoringRunsTranslationRef,
} from '../../translation';

const useStyles = makeStyles(theme => ({
  table: {
    maxWidth: 360,
    '& tbody tr:nth-of-type(odd)': { backgroundColor: 'transparent' },
    '& td, & th': {
      borderBottom: 'none',
      padding: theme.spacing(0.25, 0),
      lineHeight: 1.43,
      fontVariantNumeric: 'tabular-nums',
    },
  },
  all: {
    '& td, & th': { fontWeight: 700 },
  },
}));

/** How many objects of each kind would go. */
export function BrakeKinds(props: { brake: PruneBrake }) {
  const { byKind, objects } = props.brake;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tRuns } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const kinds = Object.entries(byKind) as [ManagedObjectKind, number][];

  return (
    <Table
      className={classes.table}
      size="small"
      aria-label={tRuns('runs.brake.byKind')}
    >
      <TableBody>
        {kinds
          .sort(([, a], [, b]) => b - a)
          .map(([kind, count]) => (
            <TableRow key={kind}>
              <TableCell component="th" scope="row">
                {t(`provisioning.kind.${kind}`)}
              </TableCell>
              <TableCell align="right">{formatNumber(count)}</TableCell>
            </TableRow>
          ))}
        <TableRow className={classes.all}>
          <TableCell component="th" scope="row">
            {tRuns('runs.brake.all')}
          </TableCell>
          <TableCell align="right">{formatNumber(objects)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
