import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringTranslationRef } from '../../translation';

/** Keeps the place of a chart, or of a table beside charts, while it loads. */
export function ChartSkeleton(props: { height: number }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  return (
    <Skeleton
      variant="rect"
      height={props.height}
      role="status"
      aria-label={t('common.loading')}
    />
  );
}
