import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { monitoringTranslationRef } from '../../translation';

/** Keeps the place of the widget's rows while they load. */
export function WidgetSkeleton(props: { rows: number }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  return (
    <div role="status" aria-label={t('widget.loading')}>
      <Skeleton height={32} width="60%" />
      {Array.from({ length: props.rows }, (_, index) => (
        <Skeleton key={index} height={36} />
      ))}
    </div>
  );
}
