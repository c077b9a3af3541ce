import {
  DataFrame,
  framesToCsv,
} from '@sightline/backstage-plugin-monitoring-common';

/** Gives the data of a panel to the browser as a file. */
export function downloadCsv(title: string, frames: DataFrame[]): void {
  const file = new Blob([framesToCsv(frames)], {
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
