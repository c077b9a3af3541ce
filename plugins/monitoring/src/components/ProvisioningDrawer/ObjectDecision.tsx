import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import {
  ManagedObject,
  ObjectDecision as Decision,
} from '@sightline/backstage-plugin-monitoring-common';
import { hasStatus } from '../../api/hasStatus';
import { formatTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useObjectOwner } from '../../hooks/useObjectOwner';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';
import { DifferencesTable } from '../provisioning';
import { refName } from '../ServiceLink';
import { AdoptDialog } from './AdoptDialog';
import { DecisionButtons } from './DecisionButtons';
import { JsonComparison } from './JsonComparison';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1, 0),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  policy: {
    flex: '1 1 240px',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link ObjectDecision}. */
export interface ObjectDecisionProps {
  /** Absent when the object belongs to none. */
  entityRef?: string;
  object: ManagedObject;
  onDrift: 'keep' | 'revert';
  mayProvision: boolean;
  onStarted: (runId: string) => void;
  onOutdated: () => void;
}

/** Both sides of an object, and the choice between them. Both choices weigh the same. */
export function ObjectDecision(props: ObjectDecisionProps) {
  const { entityRef, object, onDrift, mayProvision } = props;
  const { title, theirs, differences = [] } = object;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const owner = useObjectOwner(entityRef);
  const [showsJson, setShowsJson] = useState(false);
  const [isAdopting, setAdopting] = useState(false);

  const decide = useAction(async (decision: Decision) => {
    try {
      const { id } = await owner.decide({
        key: object.key,
        decision,
        theirs: theirs?.hash ?? '',
      });
      setAdopting(false);
      props.onStarted(id);
    } catch (error) {
      props.onOutdated();
      throw error;
    }
  });
  const choose = (decision: Decision) =>
    decision === 'adopt' ? setAdopting(true) : decide.run(decision);
  const error =
    decide.error &&
    (hasStatus(decide.error, 409)
      ? t('provisioning.decisionOutdated')
      : t('provisioning.decisionFailed', { reason: decide.error.message }));
  const editor =
    theirs?.by && theirs.at
      ? t('provisioning.editedBy', {
          by: refName(theirs.by),
          time: formatTime(theirs.at, format),
        })
      : theirs?.by && refName(theirs.by);

  return (
    <div className={classes.root}>
      {differences.length > 0 ? (
        <DifferencesTable
          title={title}
          differences={differences}
          theirsDetail={editor}
          oursDetail={
            object.lastAppliedAt &&
            t('provisioning.applied', {
              time: formatTime(object.lastAppliedAt, format),
            })
          }
        />
      ) : (
        <Typography variant="body2">
          {t('provisioning.noDifferences')}
        </Typography>
      )}
      <div className={classes.actions}>
        <Typography className={classes.policy} variant="caption">
          {object.state === 'drifted' &&
            !object.decided &&
            t(`provisioning.policy.${onDrift}`, {
              policy: <code>onDrift: {onDrift}</code>,
            })}
        </Typography>
        <Button
          size="small"
          color="primary"
          startIcon={<CodeIcon />}
          aria-expanded={showsJson}
          onClick={() => setShowsJson(shows => !shows)}
        >
          {showsJson ? t('provisioning.hideJson') : t('provisioning.showJson')}
        </Button>
        {mayProvision && (
          <DecisionButtons
            object={object}
            isBusy={decide.isBusy}
            onChoose={choose}
          />
        )}
      </div>
      {!isAdopting && <ActionError message={error} />}
      {showsJson && (
        <JsonComparison
          entityRef={entityRef}
          objectKey={object.key}
          title={title}
        />
      )}
      {isAdopting && (
        <AdoptDialog
          object={object}
          isBusy={decide.isBusy}
          error={error}
          onConfirm={() => decide.run('adopt')}
          onClose={() => setAdopting(false)}
        />
      )}
    </div>
  );
}
