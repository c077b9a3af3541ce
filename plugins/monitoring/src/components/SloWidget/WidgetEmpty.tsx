import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { monitoringTranslationRef } from '../../translation';
import { EmptyState } from '../EmptyState';
import { WidgetScope } from './widgetSettings';

/** Props of {@link WidgetEmpty}. */
export interface WidgetEmptyProps {
  scope: WidgetScope;
  onShowAll: () => void;
}

/** Says why there is nothing to show, and where to look. */
export function WidgetEmpty(props: WidgetEmptyProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  return props.scope === 'mine' ? (
    <EmptyState
      state="not-monitored"
      title={t('widget.ownsNothingTitle')}
      text={t('widget.ownsNothingText')}
      action={
        <Button size="small" color="primary" onClick={props.onShowAll}>
          {t('widget.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      state="not-monitored"
      title={t('widget.nothingTitle')}
      text={t('widget.nothingText')}
    />
  );
}
