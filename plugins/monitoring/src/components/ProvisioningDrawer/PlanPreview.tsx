import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { monitoringApiRef } from '../../api';
import { formatTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useEntityPlan } from '../../hooks/useProvisioning';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';
import { Banner } from '../Banner';
import { LoadFailed } from '../LoadFailed';
import { RowList } from '../RowList';
import { DrawerSkeleton } from './DrawerSkeleton';
import { PlanStepRow } from './PlanStepRow';
import { writes } from './writes';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(2, 3, 1),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 2, 1) },
  },
  text: {
    flex: '1 1 240px',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  notices: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 3, 1),
    '&:empty': { display: 'none' },
  },
}));

/** Props of {@link PlanPreview}. */
export interface PlanPreviewProps {
  entityRef: string;
  /** Whether a run would write: not where it is paused or only plans. */
  mayApply: boolean;
  onStarted: (runId: string) => void;
}

/** What a run of the entity would do now, and the way to let it do so. */
export function PlanPreview(props: PlanPreviewProps) {
  const { entityRef, mayApply, onStarted } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const api = useApi(monitoringApiRef);
  const { value: plan, error, loadedAt, refresh } = useEntityPlan(entityRef);
  const apply = useAction(async () => {
    const { id } = await api.applyEntity(entityRef);
    onStarted(id);
  });

  if (!plan) {
    return error ? (
      <LoadFailed
        error={error}
        what={t('provisioning.previewWhat')}
        onRetry={refresh}
      />
    ) : (
      <DrawerSkeleton label={t('provisioning.previewLoading')} />
    );
  }
  const listed = plan.steps.filter(({ action }) => action !== 'nothing');
  const written = listed.filter(writes).length;
  const hasWork = listed.some(
    step => writes(step) || step.action === 'wait-to-retry',
  );
  const unchanged = plan.steps.length - listed.length;
  return (
    <section aria-label={t('provisioning.previewTitle')}>
      <div className={classes.head}>
        <div className={classes.text}>
          <Typography variant="subtitle1" component="h3">
            {written > 0
              ? t('provisioning.previewChanges', { count: written })
              : t('provisioning.previewNoChanges')}
          </Typography>
          <Typography className={classes.subtle} variant="body2">
            {unchanged > 0 &&
              t('provisioning.previewUnchanged', { count: unchanged })}{' '}
            {loadedAt &&
              t('provisioning.previewReadAt', {
                time: formatTime(loadedAt, format),
              })}
          </Typography>
        </div>
        <Button onClick={refresh}>{t('provisioning.previewAgain')}</Button>
        {mayApply && hasWork && (
          <Button
            variant="contained"
            color="primary"
            disabled={apply.isBusy}
            onClick={() => apply.run()}
          >
            {t('provisioning.apply')}
          </Button>
        )}
      </div>
      <div className={classes.notices}>
        <ActionError
          message={
            apply.error &&
            t('provisioning.applyFailed', { reason: apply.error.message })
          }
        />
        {plan.notices.map(notice => (
          <Banner key={notice} Icon={InfoOutlinedIcon} tone="neutral">
            {notice}
          </Banner>
        ))}
      </div>
      <RowList label={t('provisioning.previewList')}>
        {listed.map((step, index) => (
          <PlanStepRow key={step.key ?? index} step={step} />
        ))}
      </RowList>
    </section>
  );
}
