import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { FieldDifference } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  table: {
    tableLayout: 'fixed',
  },
  code: {
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  },
  absent: {
    color: theme.palette.textSubtle,
    fontStyle: 'italic',
  },
}));

/** Props of {@link DifferencesTable}. */
export interface DifferencesTableProps {
  title: string;
  differences: FieldDifference[];
}

/** What a person wrote beside what the pack says. Neither side is right by itself. */
export function DifferencesTable(props: DifferencesTableProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const label = t('provisioning.differences', { title: props.title });

  const side = (text: string | undefined) =>
    text === undefined ? (
      <span className={classes.absent}>{t('provisioning.absent')}</span>
    ) : (
      text
    );

  return (
    <Table className={classes.table} size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{t('provisioning.where')}</TableCell>
          <TableCell>
            {t('provisioning.theirs')} ({t('provisioning.theirsHelp')})
          </TableCell>
          <TableCell>
            {t('provisioning.ours')} ({t('provisioning.oursHelp')})
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.differences.map(difference => (
          <TableRow key={difference.path}>
            <TableCell className={classes.code} component="th" scope="row">
              {difference.path}
            </TableCell>
            <TableCell className={classes.code}>
              {side(difference.theirs)}
            </TableCell>
            <TableCell className={classes.code}>
              {side(difference.ours)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
