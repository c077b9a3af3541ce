import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ProvisioningTargetStatus } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { StateLabel } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.25, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '& > :nth-child(2)': { gridColumn: '1 / -1', gridRow: 2 },
    },
  },
  state: {
    justifySelf: 'start',
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  objects: {
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
  },
}));

const LABELS = { ok: 'ok', waiting: 'failed', unknown: 'unknown' } as const;

/** What Sightline writes to, and whether it answers. */
export function TargetsCard(props: { targets: ProvisioningTargetStatus[] }) {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const title = t('runs.targets.title');

  if (props.targets.length === 0) {
    return (
      <SectionCard title={title}>
        <Typography variant="body2">{t('runs.targets.empty')}</Typography>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={title} flush>
      <RowList label={title}>
        {props.targets.map(target => (
          <li key={target.id} className={classes.row}>
            <div className={classes.state}>
              <StateLabel state={LABELS[target.state]} />
            </div>
            <div className={classes.text}>
              <Typography variant="subtitle2" component="h3">
                {target.title}
              </Typography>
              <Typography
                className={classes.subtle}
                variant="caption"
                component="div"
              >
                {[
                  target.message,
                  target.state === 'unknown' && t('runs.targets.unknown'),
                  target.retryAt &&
                    t('runs.targets.retryAt', {
                      time: formatTime(target.retryAt, format),
                    }),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </Typography>
            </div>
            <Typography className={classes.objects} variant="body2">
              {t('runs.targets.objects', {
                count: target.objects,
                number: formatNumber(target.objects),
              })}
            </Typography>
          </li>
        ))}
      </RowList>
    </SectionCard>
  );
}
