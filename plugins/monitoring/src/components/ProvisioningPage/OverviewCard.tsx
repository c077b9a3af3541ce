import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ProvisioningOverviewResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringRunsTranslationRef } from '../../translation';
import { Banner } from '../Banner';
import { Fact } from '../Fact';
import { RunPhases, useRunWords } from '../provisioning';
import { StateHeader } from '../StateHeader';
import { OverviewActions } from './OverviewActions';
import { OverviewText } from './OverviewText';
import { OVERVIEW_LABELS, overviewState } from './overviewState';

/** Props of {@link OverviewCard}. */
export interface OverviewCardProps {
  overview: ProvisioningOverviewResponse;
  onChanged: () => void;
}

/** How provisioning stands, what it does now, and what can be done about it. */
export function OverviewCard(props: OverviewCardProps) {
  const { overview, onChanged } = props;
  const { running, targets, onDrift, mayManage } = overview;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const words = useRunWords();
  const state = overviewState(overview);
  const objects = targets.reduce((sum, target) => sum + target.objects, 0);

  const below = () => {
    if (running) {
      return (
        <>
          <Typography variant="body2" gutterBottom role="status">
            {words.progress(running)}
          </Typography>
          <RunPhases run={running} />
        </>
      );
    }
    return mayManage ? undefined : (
      <Banner Icon={LockOutlinedIcon} tone="neutral">
        {t('runs.overview.mayNot')}
      </Banner>
    );
  };

  return (
    <StateHeader
      label={t('runs.overview.label')}
      state={OVERVIEW_LABELS[state]}
      title={t(`runs.overview.${state}`)}
      text={<OverviewText overview={overview} state={state} />}
      facts={
        <>
          <Fact
            compact
            label={t('runs.overview.managed')}
            value={formatNumber(objects)}
            details={[
              t('runs.overview.managedDetail', { count: targets.length }),
            ]}
          />
          <Fact
            compact
            label={t('runs.overview.onDrift')}
            value={
              onDrift === 'keep'
                ? t('runs.overview.onDriftKeep')
                : t('runs.overview.onDriftRevert')
            }
            details={[<code key="policy">onDrift: {onDrift}</code>]}
          />
        </>
      }
      actions={
        mayManage && (
          <OverviewActions overview={overview} onChanged={onChanged} />
        )
      }
    >
      {below()}
    </StateHeader>
  );
}
