import { ReactNode, useCallback, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Snackbar from '@material-ui/core/Snackbar';
import { UrlChanges, useUrlState } from '../../../hooks/useUrlState';
import { monitoringDashboardsTranslationRef } from '../../../translation';

/** Copies links to what is shown. */
export interface LinkCopy {
  /** Copies the page's address after changes. */
  copy: (changes: UrlChanges) => void;
  /** Says whether it was copied; has to be drawn somewhere. */
  notice: ReactNode;
}

/** Copies links to what is shown, and says so. */
export function useLinkCopy(): LinkCopy {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { pathAfter } = useUrlState();
  const [message, setMessage] = useState<string>();

  const copy = useCallback(
    (changes: UrlChanges) => {
      const [, query] = pathAfter(changes).split('?');
      const { origin, pathname } = window.location;
      const link = `${origin}${pathname}?${query}`;
      copyText(link).then(
        () => setMessage(t('dashboards.view.copied')),
        () => setMessage(t('dashboards.view.notCopied', { link })),
      );
    },
    [pathAfter, t],
  );

  return {
    copy,
    notice: (
      <Snackbar
        open={message !== undefined}
        message={message}
        autoHideDuration={4_000}
        onClose={() => setMessage(undefined)}
      />
    ),
  };
}

async function copyText(text: string): Promise<void> {
  // Browsers have no clipboard on pages that are not encrypted.
  if (!navigator.clipboard) {
    throw new Error('There is no clipboard.');
  }
  await navigator.clipboard.writeText(text);
}
