import { useEffect, useState } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { SNAPSHOT_INTERVAL } from '../../hooks/usePolling';
import { RUN_INTERVAL, useRun } from '../../hooks/useProvisioning';
import { monitoringRunsTranslationRef } from '../../translation';
import { RunPhases, useRunWords } from '../provisioning';
import { StateLabel } from '../StateLabel';
import { followRun } from './followRun';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 3, 0),
    padding: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    [theme.breakpoints.down('xs')]: { margin: theme.spacing(2, 2, 0) },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  text: {
    flex: '1 1 200px',
    minWidth: 0,
  },
  errors: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link FollowedRun}. */
export interface FollowedRunProps {
  id: string;
  /** The entity's run under way, as the entity's own answer tells it. */
  known?: ProvisioningRun;
  onEnded: () => void;
  onDismiss: () => void;
}

/** How far the run of this entity is, and then what came of it. */
export function FollowedRun(props: FollowedRunProps) {
  const { id, known, onEnded, onDismiss } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const words = useRunWords();
  const paths = useProvisioningPath();
  const [isOver, setOver] = useState(false);
  const polled = useRun(id, isOver ? SNAPSHOT_INTERVAL : RUN_INTERVAL);
  const { run, state } = followRun(polled, known, id);
  const hasEnded = state === 'ended';
  useEffect(() => {
    if (hasEnded) {
      setOver(true);
      onEnded();
    }
  }, [hasEnded, onEnded]);

  const sentence = () => {
    if (run) {
      return words.progress(run);
    }
    return hasEnded ? t('runs.endedUnseen') : t('runs.waitingToStart');
  };
  return (
    <section className={classes.root} aria-label={t('runs.runLabel')}>
      <div className={classes.line}>
        <StateLabel state={run?.status ?? (hasEnded ? 'done' : 'waiting')} />
        <Typography
          className={classes.text}
          variant="body2"
          component="div"
          role="status"
        >
          {sentence()}
        </Typography>
        {paths && run && (
          <Link to={paths.run(id)} variant="body2">
            {t('runs.openRun')}
          </Link>
        )}
        {hasEnded && (
          <Button size="small" onClick={onDismiss}>
            {t('runs.dismiss')}
          </Button>
        )}
      </div>
      {!hasEnded && <LinearProgress aria-label={sentence()} />}
      {run && run.phases.length > 0 && <RunPhases run={run} />}
      {hasEnded && run && run.errors.length > 0 && (
        <ul className={classes.errors}>
          {run.errors.map(({ key, message }, index) => (
            <Typography key={`${key}-${index}`} variant="body2" component="li">
              {message}
            </Typography>
          ))}
        </ul>
      )}
    </section>
  );
}
