import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import NotificationsOffOutlinedIcon from '@material-ui/icons/NotificationsOffOutlined';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import RemoveIcon from '@material-ui/icons/Remove';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import StopOutlinedIcon from '@material-ui/icons/StopOutlined';
import SyncIcon from '@material-ui/icons/Sync';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import TimelineIcon from '@material-ui/icons/Timeline';
import WhatshotIcon from '@material-ui/icons/Whatshot';
import {
  AlertSeverity,
  ManagedObjectState,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';
import { Tone } from '../../theme/toneColors';

/** Every state that has a word and an icon. */
export type LabelState =
  | SloState
  | AlertSeverity
  | ManagedObjectState
  | 'silenced'
  | 'healthy'
  | 'unknown'
  | 'starting'
  | 'waiting'
  | 'running'
  | 'awaiting'
  | 'succeeded'
  | 'stopped'
  | 'done'
  | 'kept'
  | 'unchanged'
  | 'unwatched'
  | 'not-monitored';

/** Icon and tone of a state; its word is a translation. */
export interface StateLook {
  Icon: ComponentType<SvgIconProps>;
  tone: Tone;
}

/** The same icon for a state everywhere. */
export const STATE_LOOKS: Record<LabelState, StateLook> = {
  exhausted: { Icon: ErrorOutlineIcon, tone: 'error' },
  burning: { Icon: WhatshotIcon, tone: 'error' },
  critical: { Icon: ErrorOutlineIcon, tone: 'error' },
  failed: { Icon: ErrorOutlineIcon, tone: 'error' },
  warning: { Icon: ReportProblemOutlinedIcon, tone: 'warning' },
  invalid: { Icon: BlockIcon, tone: 'warning' },
  'no-data': { Icon: HelpOutlineIcon, tone: 'warning' },
  drifted: { Icon: EditOutlinedIcon, tone: 'warning' },
  conflict: { Icon: SyncProblemIcon, tone: 'warning' },
  missing: { Icon: RemoveCircleOutlineIcon, tone: 'warning' },
  stale: { Icon: ScheduleIcon, tone: 'neutral' },
  'no-traffic': { Icon: PauseCircleOutlineIcon, tone: 'neutral' },
  young: { Icon: HourglassEmptyIcon, tone: 'neutral' },
  pending: { Icon: HourglassEmptyIcon, tone: 'neutral' },
  waiting: { Icon: HourglassEmptyIcon, tone: 'neutral' },
  awaiting: { Icon: PauseCircleOutlineIcon, tone: 'warning' },
  running: { Icon: SyncIcon, tone: 'neutral' },
  stopped: { Icon: StopOutlinedIcon, tone: 'neutral' },
  kept: { Icon: EditOutlinedIcon, tone: 'neutral' },
  unchanged: { Icon: RemoveIcon, tone: 'neutral' },
  starting: { Icon: HourglassEmptyIcon, tone: 'neutral' },
  paused: { Icon: PauseCircleOutlineIcon, tone: 'neutral' },
  disabled: { Icon: BlockIcon, tone: 'neutral' },
  silenced: { Icon: NotificationsOffOutlinedIcon, tone: 'neutral' },
  unknown: { Icon: CloudOffIcon, tone: 'neutral' },
  unwatched: { Icon: HelpOutlineIcon, tone: 'warning' },
  'not-monitored': { Icon: TimelineIcon, tone: 'neutral' },
  info: { Icon: InfoOutlinedIcon, tone: 'neutral' },
  ok: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
  healthy: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
  succeeded: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
  done: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
  'in-sync': { Icon: CheckCircleOutlineIcon, tone: 'ok' },
};
