import { useContext, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SloListQuery,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { ClockContext } from '../../hooks/Clock';
import { useAction } from '../../hooks/useAction';
import { SLO_CSV_HEAD, sloCsvLine } from './sloCsv';
import { sloKey } from './sloRowFigures';

/** As many as one request may ask for. */
const PAGE = 500;

/** How far a download is. */
export interface DownloadProgress {
  done: number;
  total: number;
}

/** Writes all SLOs of a query, on all pages, into a file for a spreadsheet. */
export function useSloDownload(query: SloListQuery | undefined) {
  const api = useApi(monitoringApiRef);
  const clock = useContext(ClockContext);
  const [progress, setProgress] = useState<DownloadProgress>();

  const action = useAction(async () => {
    // The list may move between two pages: nobody is in the file twice.
    const slos = new Map<string, SloStatus>();
    let cursor: string | undefined;
    try {
      do {
        const answer = await api.listSlos({ ...query, limit: PAGE, cursor });
        for (const slo of answer.items) {
          slos.set(sloKey(slo), slo);
        }
        cursor = answer.nextCursor;
        setProgress({ done: slos.size, total: answer.totalItems });
      } while (cursor);
      const lines = [SLO_CSV_HEAD, ...[...slos.values()].map(sloCsvLine)];
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      save(`slos-${day}.csv`, `${lines.join('\r\n')}\r\n`);
    } finally {
      setProgress(undefined);
    }
  });
  return { ...action, progress };
}

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  // Without the mark, spreadsheets read anything but ASCII wrongly.
  const blob = new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
