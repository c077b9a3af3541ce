import { TimelineFrame } from '../timeline';
import { PanelProps } from '../types';
import { statusHistoryPlot } from './statusHistoryPlot';

/** What something was at each measurement: a row for each series, a cell for each sample. */
export function StatusHistoryPanel(props: PanelProps) {
  return (
    <TimelineFrame {...props} mergeValues={false} plotOf={statusHistoryPlot} />
  );
}
