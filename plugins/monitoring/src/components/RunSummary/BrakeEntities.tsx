import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import { ServiceLink } from '../ServiceLink';

const useStyles = makeStyles(theme => ({
  button: {
    alignSelf: 'flex-start',
    marginLeft: theme.spacing(-0.5),
  },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    maxHeight: 240,
    overflowY: 'auto',
  },
  entity: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.25, 0),
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** The services whose objects would go, on demand. */
export function BrakeEntities(props: { brake: PruneBrake }) {
  const { entities, entityCount } = props.brake;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const [isOpen, setOpen] = useState(false);
  const more = entityCount - entities.length;

  return (
    <>
      <Button
        className={classes.button}
        size="small"
        color="primary"
        aria-expanded={isOpen}
        onClick={() => setOpen(open => !open)}
      >
        {isOpen ? t('runs.brake.hideEntities') : t('runs.brake.showEntities')}
      </Button>
      {isOpen && (
        <ul className={classes.list} aria-label={t('runs.brake.entitiesLabel')}>
          {entities.map(({ entityRef, objects, unwantedSince }) => (
            <Typography
              key={entityRef}
              className={classes.entity}
              variant="body2"
              component="li"
            >
              <ServiceLink entityRef={entityRef} />
              <span className={classes.subtle}>
                {t('runs.brake.entityObjects', {
                  count: objects,
                  number: formatNumber(objects),
                  time: formatTime(unwantedSince, format),
                })}
              </span>
            </Typography>
          ))}
          {more > 0 && (
            <Typography variant="body2" component="li">
              {t('runs.brake.moreEntities', {
                count: more,
                number: formatNumber(more),
              })}
            </Typography>
          )}
        </ul>
      )}
    </>
  );
}
