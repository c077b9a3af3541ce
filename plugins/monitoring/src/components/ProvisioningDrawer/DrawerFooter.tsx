import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityProvisioningResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    minHeight: 56,
    padding: theme.spacing(1, 1.5, 1, 3),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: { paddingLeft: theme.spacing(2) },
  },
  text: {
    flex: 1,
  },
  next: {
    color: theme.palette.textSubtle,
  },
}));

/** When a run last looked at the entity, when the next one does, and the way to all runs. */
export function DrawerFooter(props: {
  provisioning: EntityProvisioningResponse;
}) {
  const { lastReconciledAt, nextRunAt } = props.provisioning;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const paths = useProvisioningPath();

  return (
    <div className={classes.root}>
      <Typography className={classes.text} variant="body2">
        <strong>
          {lastReconciledAt
            ? t('provisioning.lastRun', {
                time: formatTime(lastReconciledAt, format),
              })
            : t('provisioning.neverRun')}
        </strong>{' '}
        {nextRunAt && (
          <span className={classes.next}>
            {t('provisioning.nextRun', { time: formatTime(nextRunAt, format) })}
          </span>
        )}
      </Typography>
      {paths && (
        <LinkButton
          role={undefined}
          to={paths.overview}
          size="small"
          color="primary"
        >
          {t('provisioning.allRuns')}
        </LinkButton>
      )}
    </div>
  );
}
