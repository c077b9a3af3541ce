import { useState } from 'react';
import {
  Content,
  Header,
  HeaderLabel,
  LinkButton,
  Page,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { hasStatus } from '../../api/hasStatus';
import { formatElapsed, formatTime } from '../../format';
import { SNAPSHOT_INTERVAL } from '../../hooks/usePolling';
import { RUN_INTERVAL, useRun } from '../../hooks/useProvisioning';
import { useProvisioningPath } from '../../hooks/useProvisioningPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringRunsTranslationRef } from '../../translation';
import { CardSkeleton } from '../CardSkeleton';
import { EmptyState } from '../EmptyState';
import { runDuration, RunsLoadFailed, useRunWords } from '../provisioning';
import { SectionCard } from '../SectionCard';
import { RunContent } from './RunContent';

const useStyles = makeStyles(theme => ({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
  },
}));

/** One run of provisioning: what it did, what failed, and what waits for a person. */
export function RunPage(props: { id: string }) {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const words = useRunWords();
  const paths = useProvisioningPath();
  const [isRunning, setRunning] = useState(false);
  const {
    value: run,
    error,
    refresh,
  } = useRun(props.id, isRunning ? RUN_INTERVAL : SNAPSHOT_INTERVAL);
  // Only a run that is under way changes by the second.
  if (run && isRunning !== (run.status === 'running')) {
    setRunning(run.status === 'running');
  }

  const content = () => {
    if (run) {
      return <RunContent run={run} onChanged={refresh} />;
    }
    if (error && hasStatus(error, 404)) {
      return (
        <SectionCard title={t('runs.runTitle')} flush>
          <EmptyState
            state="unknown"
            title={t('runs.notFoundTitle')}
            text={t('runs.notFoundText')}
            action={
              paths && (
                <LinkButton
                  role={undefined}
                  to={paths.overview}
                  size="small"
                  color="primary"
                >
                  {t('runs.toRuns')}
                </LinkButton>
              )
            }
          />
        </SectionCard>
      );
    }
    return error ? (
      <SectionCard title={t('runs.runTitle')} flush>
        <RunsLoadFailed
          error={error}
          what={t('runs.whatRun')}
          onRetry={refresh}
        />
      </SectionCard>
    ) : (
      <CardSkeleton label={t('runs.loading')} />
    );
  };

  return (
    <Page themeId="home">
      <Header
        title={t('runs.runTitle')}
        type={t('runs.runType')}
        typeLink={paths?.overview}
      >
        {run && (
          <HeaderLabel
            label={t('runs.started')}
            value={t('runs.startedBy', {
              time: formatTime(run.startedAt, format),
              trigger: words.trigger(run),
            })}
          />
        )}
        {run && (
          <HeaderLabel
            label={t('runs.took')}
            value={
              run.finishedAt
                ? formatElapsed(runDuration(run, format.now))
                : t('runs.tookSoFar', {
                    duration: formatElapsed(runDuration(run, format.now)),
                  })
            }
          />
        )}
      </Header>
      <Content>
        <div className={classes.stack}>{content()}</div>
      </Content>
    </Page>
  );
}
