import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../format';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { AlignedRow, SideLine } from './alignLines';

const useStyles = makeStyles(theme => ({
  frame: {
    maxHeight: 480,
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    minWidth: 640,
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontFamily: 'monospace',
    fontSize: 12,
    lineHeight: 1.5,
    '& td': { padding: theme.spacing(0, 1), verticalAlign: 'top' },
  },
  head: {
    position: 'sticky',
    top: 0,
    padding: theme.spacing(0.75, 1),
    textAlign: 'left',
    fontFamily: theme.typography.fontFamily,
    backgroundColor: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  number: {
    width: 56,
    textAlign: 'right',
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  theirs: {
    backgroundColor: alpha(theme.palette.status.warning, 0.14),
  },
  ours: {
    backgroundColor: alpha(theme.palette.link, 0.1),
  },
  folded: {
    textAlign: 'center',
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.textSubtle,
    backgroundColor: theme.palette.action.hover,
  },
}));

/** Two texts side by side; what differs is marked, and said by a sign in front of the line. */
export function JsonTable(props: { title: string; rows: AlignedRow[] }) {
  const { title, rows } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const label = t('provisioning.jsonLabel', { title });

  const side = (line: SideLine | undefined, sign: string, mark: string) => (
    <>
      <td className={classes.number}>{line?.number}</td>
      <td className={`${classes.text} ${line && sign ? mark : ''}`}>
        {line && `${sign} ${line.text}`}
      </td>
    </>
  );
  return (
    <div
      className={classes.frame}
      role="region"
      aria-label={label}
      // Keyboards scroll only what they can reach.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label}>
        <colgroup>
          <col className={classes.number} />
          <col />
          <col className={classes.number} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className={classes.head}>
              {t('provisioning.jsonTheirs')}
            </th>
            <th scope="col" colSpan={2} className={classes.head}>
              {t('provisioning.jsonOurs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) =>
            row.type === 'folded' ? (
              <tr key={index}>
                <td className={classes.folded} colSpan={4}>
                  {t('provisioning.jsonSame', {
                    count: row.lines,
                    number: formatNumber(row.lines),
                  })}
                </td>
              </tr>
            ) : (
              <tr key={index}>
                {side(
                  row.theirs,
                  row.type === 'changed' ? '−' : '',
                  classes.theirs,
                )}
                {side(
                  row.ours,
                  row.type === 'changed' ? '+' : '',
                  classes.ours,
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
