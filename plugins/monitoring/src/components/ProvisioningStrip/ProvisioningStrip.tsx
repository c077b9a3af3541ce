import { lazy, Suspense } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useDrawerState } from '../../hooks/useDrawerState';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { countStates, needAttention } from '../provisioning';
import { SectionCard } from '../SectionCard';
import { StateLabel } from '../StateLabel';

/** Opened seldom, and as large as the rest of the page. */
const ProvisioningDrawer = lazy(() =>
  import('../ProvisioningDrawer').then(module => ({
    default: module.ProvisioningDrawer,
  })),
);

const useStyles = makeStyles(theme => ({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2.5),
    minHeight: 56,
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontVariantNumeric: 'tabular-nums',
  },
  run: {
    marginLeft: 'auto',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link ProvisioningStrip}. */
export interface ProvisioningStripProps {
  entityRef: string;
  entityName: string;
  entity: EntityMonitoringResponse;
  /** Something was written, decided or paused. */
  onChanged: () => void;
}

/** Whether what Sightline wrote for an entity still stands, in one line, and the way to it all. */
export function ProvisioningStrip(props: ProvisioningStripProps) {
  const { objects, lastReconciledAt, spec } = props.entity;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const drawer = useDrawerState();
  const waiting = needAttention(objects).length;

  return (
    <SectionCard
      title={t('provisioning.title')}
      aside={waiting > 0 && t('provisioning.attention', { count: waiting })}
      flush
      action={
        <Button
          size="small"
          color="primary"
          aria-haspopup="dialog"
          onClick={drawer.open}
        >
          {objects.length > 0
            ? t('provisioning.showAll', { count: objects.length })
            : t('provisioning.open')}
        </Button>
      }
    >
      <div className={classes.summary}>
        {countStates(objects).map(({ state, count }) => (
          <span key={state} className={classes.count}>
            <strong>{formatNumber(count)}</strong>
            <StateLabel state={state} />
          </span>
        ))}
        {objects.length === 0 && (
          <Typography variant="body2">
            {spec.provision.length === 0
              ? t('provisioning.nothingWanted')
              : t('provisioning.nothingYet')}
          </Typography>
        )}
        <Typography className={classes.run} variant="body2">
          {lastReconciledAt
            ? t('provisioning.lastRun', {
                time: formatTime(lastReconciledAt, format),
              })
            : t('provisioning.neverRun')}
        </Typography>
      </div>
      {drawer.isOpen && (
        <Suspense fallback={null}>
          <ProvisioningDrawer
            entityRef={props.entityRef}
            entityName={props.entityName}
            onClose={drawer.close}
            onChanged={props.onChanged}
          />
        </Suspense>
      )}
    </SectionCard>
  );
}
