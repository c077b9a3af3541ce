import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { CardSkeleton } from '../CardSkeleton';
import { LoadFailed } from '../LoadFailed';
import { SourceHealthBanner, withBackend } from '../SourceHealthBanner';
import { FleetHeadline } from './FleetHeadline';
import { GroupSwitch } from './GroupSwitch';
import { RollupRows } from './RollupRows';
import { SloListToolbar } from './SloListToolbar';
import { SloRows } from './SloRows';
import { useFleetQuery } from './useFleetQuery';
import { useSloCounts } from './useSloCounts';
import { useSloListState } from './useSloListState';

/** All SLOs that the user may see: what needs a person, who has it, and how each stands. */
export function SloListPage() {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const state = useSloListState();
  const fleet = useFleetQuery(state);
  const counted = useSloCounts(fleet.query);
  const { value, loadedAt, error } = counted;

  return (
    <>
      {value && (
        <SourceHealthBanner sources={withBackend(value.health, counted)} />
      )}
      {value && loadedAt !== undefined ? (
        <FleetHeadline
          answer={value}
          loadedAt={loadedAt}
          state={state}
          action={<GroupSwitch by={state.by} onChange={state.setBy} />}
        />
      ) : (
        // What went wrong is said once, in the place of the rows.
        !error && <CardSkeleton label={t('sloList.loadingCounts')} rows={1} />
      )}
      <Card component="section" aria-label={t('sloList.title')}>
        <SloListToolbar
          state={state}
          query={fleet.query}
          counts={value?.counts}
        />
        {fleet.error && !fleet.query ? (
          <LoadFailed
            error={fleet.error}
            what={t('sloList.ownership')}
            onRetry={fleet.refresh}
          />
        ) : (
          rows()
        )}
      </Card>
    </>
  );

  function rows() {
    return state.by ? (
      <RollupRows by={state.by} state={state} query={fleet.query} />
    ) : (
      <SloRows state={state} query={fleet.query} />
    );
  }
}
