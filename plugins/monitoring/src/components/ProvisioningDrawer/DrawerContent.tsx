import { useCallback, useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityProvisioning } from '../../hooks/useProvisioning';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { LoadFailed } from '../LoadFailed';
import { DrawerActions } from './DrawerActions';
import { DrawerFooter } from './DrawerFooter';
import { DrawerNotices } from './DrawerNotices';
import { DrawerSkeleton } from './DrawerSkeleton';
import { FollowedRun } from './FollowedRun';
import { ObjectsView } from './ObjectsView';
import { PlanPreview } from './PlanPreview';

const useStyles = makeStyles(theme => ({
  body: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** Props of {@link DrawerContent}. */
export interface DrawerContentProps {
  entityRef: string;
  entityName: string;
  onChanged: () => void;
}

/** What is provisioned, or what a run would do, or how it could not be loaded. */
export function DrawerContent(props: DrawerContentProps) {
  const { entityRef, entityName, onChanged } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const [runId, setRunId] = useState<string>();
  const [isPreview, setPreview] = useState(false);
  const answer = useEntityProvisioning(entityRef);
  const { value: provisioning, refresh } = answer;
  const running = provisioning?.running?.id;
  // A run that somebody else started is followed to its end, too.
  useEffect(() => setRunId(own => own ?? running), [running]);

  const changed = useCallback(() => {
    refresh();
    onChanged();
  }, [refresh, onChanged]);
  const follow = (id: string) => {
    setRunId(id);
    setPreview(false);
    changed();
  };

  if (!provisioning) {
    return (
      <div className={classes.body}>
        {answer.error ? (
          <LoadFailed
            error={answer.error}
            what={t('provisioning.title')}
            onRetry={refresh}
          />
        ) : (
          <DrawerSkeleton />
        )}
      </div>
    );
  }
  return (
    <>
      <DrawerActions
        entityRef={entityRef}
        entityName={entityName}
        provisioning={provisioning}
        isPreview={isPreview}
        onPreview={setPreview}
        onChanged={changed}
      />
      <div className={classes.body}>
        <DrawerNotices
          entityRef={entityRef}
          provisioning={provisioning}
          onChanged={changed}
        />
        {runId && (
          <FollowedRun
            key={runId}
            id={runId}
            known={provisioning.running}
            onEnded={changed}
            onDismiss={() => setRunId(undefined)}
          />
        )}
        {isPreview ? (
          <PlanPreview
            entityRef={entityRef}
            mayApply={
              provisioning.mode === 'apply' && provisioning.paused === undefined
            }
            onStarted={follow}
          />
        ) : (
          <ObjectsView
            entityRef={entityRef}
            provisioning={provisioning}
            onStarted={follow}
            onOutdated={changed}
          />
        )}
      </div>
      <DrawerFooter provisioning={provisioning} />
    </>
  );
}
