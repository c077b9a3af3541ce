import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  EntityTarget,
  EntityTargetsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime, formatValue } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { toneColors } from '../../theme/toneColors';
import { monitoringTargetsTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  icon: {
    fontSize: 18,
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  more: {
    padding: theme.spacing(1, 2.5),
    color: theme.palette.textSubtle,
  },
}));

/** All instances of a service that are known, those that are down first. */
export function TargetTable(props: {
  targets: EntityTargetsResponse;
  entityName: string;
}) {
  const { items, up, down } = props.targets;
  const { t } = useTranslationRef(monitoringTargetsTranslationRef);
  const classes = useStyles();
  return (
    <>
      <ScrollTable label={t('targets.listLabel', { entity: props.entityName })}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['instance', 'state', 'lastScrape'] as const).map(column => (
                <TableCell key={column} component="th" scope="col">
                  {t(`targets.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(target => (
              <TargetRow key={JSON.stringify(target.labels)} target={target} />
            ))}
          </TableBody>
        </Table>
      </ScrollTable>
      {items.length < up + down && (
        <Typography className={classes.more} variant="caption" component="p">
          {t('targets.more', {
            shown: formatNumber(items.length),
            total: formatNumber(up + down),
          })}
        </Typography>
      )}
    </>
  );
}

function TargetRow({ target }: { target: EntityTarget }) {
  const { t } = useTranslationRef(monitoringTargetsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const format = useTimeFormat();
  const { labels, state, lastUpAt, error, samples, scrapeDuration } = target;
  const { Icon, tone } = STATE_LOOKS[state === 'up' ? 'ok' : 'failed'];
  const { job = '', instance = '', ...others } = labels;
  const rest = Object.entries(others).map(
    ([label, value]) => `${label}=${value}`,
  );
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {[job, instance].filter(Boolean).join(' · ')}
        <Typography
          className={classes.subtle}
          variant="caption"
          component="div"
        >
          {rest.join(', ')}
        </Typography>
      </TableCell>
      <TableCell>
        <span className={classes.state}>
          <Icon
            className={classes.icon}
            style={{ color: toneColors(theme, tone).icon }}
            aria-hidden
          />
          {t(`targets.${state}`)}
        </span>
        {state === 'down' && (
          <Typography
            className={classes.subtle}
            variant="caption"
            component="div"
            noWrap
          >
            {lastUpAt
              ? t('targets.downSince', { time: formatTime(lastUpAt, format) })
              : t('targets.downSinceLong')}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        {error}
        {state === 'up' &&
          samples !== undefined &&
          scrapeDuration !== undefined &&
          t('targets.figures', {
            samples: formatNumber(samples),
            duration: formatValue(scrapeDuration, 'seconds'),
          })}
      </TableCell>
    </TableRow>
  );
}
