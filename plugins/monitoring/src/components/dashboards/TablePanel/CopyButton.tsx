import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { monitoringDashboardsTranslationRef } from '../../../translation';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  /** Made when it is wanted: it may be long. */
  text: () => string;
}

/** Puts a text into the clipboard, and says whether that worked. */
export function CopyButton(props: CopyButtonProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>(
    'copy',
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text());
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed');
    }
  };
  return (
    <Button size="small" onClick={copy} aria-live="polite">
      {t(`dashboards.table.${outcome}`)}
    </Button>
  );
}
