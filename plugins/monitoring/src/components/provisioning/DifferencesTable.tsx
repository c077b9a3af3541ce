import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { FieldDifference } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringProvisioningTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  frame: {
    overflowX: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
  },
  table: {
    tableLayout: 'fixed',
    minWidth: 280,
    '& tbody tr:nth-of-type(odd)': { backgroundColor: 'transparent' },
    '& tr:last-child > *': { borderBottom: 'none' },
    '& td, & th': { padding: theme.spacing(1, 1.5), verticalAlign: 'top' },
    '& td + td, & th + th, & th + td': {
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
  },
  head: {
    textTransform: 'none',
    letterSpacing: 'normal',
    fontSize: theme.typography.body2.fontSize,
    color: theme.palette.text.primary,
    backgroundColor: 'transparent',
  },
  detail: {
    display: 'block',
    fontWeight: 400,
    color: theme.palette.textSubtle,
    overflowWrap: 'anywhere',
  },
  code: {
    fontFamily: 'monospace',
    fontSize: 13,
    overflowWrap: 'anywhere',
  },
  theirs: {
    backgroundColor: alpha(theme.palette.status.warning, 0.14),
  },
  ours: {
    backgroundColor: alpha(theme.palette.link, 0.1),
  },
  absent: {
    fontFamily: theme.typography.fontFamily,
    fontStyle: 'italic',
  },
}));

/** Props of {@link DifferencesTable}. */
export interface DifferencesTableProps {
  title: string;
  differences: FieldDifference[];
  /** By whom and when; absent says in general what it is. */
  theirsDetail?: string;
  oursDetail?: string;
}

/** What a person wrote beside what the pack says. Neither side is right by itself. */
export function DifferencesTable(props: DifferencesTableProps) {
  const { title, differences } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();

  const side = (text: string | undefined) =>
    text === undefined ? (
      <span className={classes.absent}>{t('provisioning.absent')}</span>
    ) : (
      text
    );
  const detail = (text: string) => (
    <Typography className={classes.detail} variant="caption" component="span">
      {text}
    </Typography>
  );

  return (
    <div className={classes.frame}>
      <Table
        className={classes.table}
        size="small"
        aria-label={t('provisioning.differences', { title })}
      >
        <TableHead>
          <TableRow>
            <TableCell className={classes.head}>
              {t('provisioning.differenceCount', { count: differences.length })}
            </TableCell>
            <TableCell className={classes.head}>
              {t('provisioning.theirs')}
              {detail(props.theirsDetail ?? t('provisioning.theirsHelp'))}
            </TableCell>
            <TableCell className={classes.head}>
              {t('provisioning.ours')}
              {detail(props.oursDetail ?? t('provisioning.oursHelp'))}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {differences.map(({ path, theirs, ours }) => (
            <TableRow key={path}>
              <TableCell className={classes.code} component="th" scope="row">
                {path}
              </TableCell>
              <TableCell className={`${classes.code} ${classes.theirs}`}>
                {side(theirs)}
              </TableCell>
              <TableCell className={`${classes.code} ${classes.ours}`}>
                {side(ours)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
