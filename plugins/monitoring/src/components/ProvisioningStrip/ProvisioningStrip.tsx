import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';
import { StateLabel } from '../StateLabel';
import { ObjectRow } from './ObjectRow';
import { countStates, needAttention, sortObjects } from './objectSummary';

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
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** What Sightline wrote for an entity, and whether it still stands as written. */
export function ProvisioningStrip(props: { entity: EntityMonitoringResponse }) {
  const { objects, lastReconciledAt, spec } = props.entity;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? sortObjects(objects) : needAttention(objects);

  return (
    <SectionCard
      title={t('provisioning.title')}
      flush
      action={
        objects.length > 0 && (
          <Button
            size="small"
            color="primary"
            aria-expanded={showAll}
            onClick={() => setShowAll(all => !all)}
          >
            {showAll
              ? t('provisioning.hideAll')
              : t('provisioning.showAll', { count: objects.length })}
          </Button>
        )
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
      {shown.length > 0 && (
        <ul className={classes.list} aria-label={t('provisioning.listLabel')}>
          {shown.map(object => (
            <ObjectRow key={object.key} object={object} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
