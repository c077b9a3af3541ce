import { TimelineFrame } from '../timeline';
import { PanelProps } from '../types';
import { stateTimelinePlot } from './stateTimelinePlot';

/** What something was, and for how long: a row for each series. */
export function StateTimelinePanel(props: PanelProps) {
  return <TimelineFrame {...props} plotOf={stateTimelinePlot} />;
}
