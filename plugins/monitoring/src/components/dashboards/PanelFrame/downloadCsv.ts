import {
  DataFrame,
  framesToCsv,
  PanelModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { dataTables } from './dataTables';

/** What is known of a panel that has data. */
export interface DownloadedPanel {
  title: string;
  panel: PanelModel;
  frames: DataFrame[];
  range: MonitoringTimeRange;
}

/** Gives the data of a panel to the browser as a file: what its table shows. */
export function downloadCsv(of: DownloadedPanel): void {
  const { title, panel, frames, range } = of;
  const file = new Blob([framesToCsv(dataTables(panel, frames, range))], {
    type: 'text/csv;charset=utf-8',
  });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(title)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/** Only what every file system takes. */
function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}._ -]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 100) || 'panel'
  );
}
