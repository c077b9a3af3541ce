import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AddCircleOutlineIcon from '@material-ui/icons/AddCircleOutline';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import CreateNewFolderOutlinedIcon from '@material-ui/icons/CreateNewFolderOutlined';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import SyncIcon from '@material-ui/icons/Sync';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import UndoIcon from '@material-ui/icons/Undo';
import { ProvisioningAction } from '@sightline/backstage-plugin-monitoring-common';
import { Tone } from '../../theme/toneColors';

/** Icon and tone of what a step does; its words are a translation. */
export const ACTION_LOOKS: Record<
  ProvisioningAction,
  { Icon: ComponentType<SvgIconProps>; tone: Tone }
> = {
  create: { Icon: AddCircleOutlineIcon, tone: 'neutral' },
  update: { Icon: SyncIcon, tone: 'neutral' },
  move: { Icon: CreateNewFolderOutlinedIcon, tone: 'neutral' },
  revert: { Icon: UndoIcon, tone: 'warning' },
  adopt: { Icon: UndoIcon, tone: 'warning' },
  prune: { Icon: DeleteOutlineIcon, tone: 'warning' },
  'keep-drifted': { Icon: EditOutlinedIcon, tone: 'warning' },
  'keep-incomplete': { Icon: EditOutlinedIcon, tone: 'neutral' },
  conflict: { Icon: SyncProblemIcon, tone: 'warning' },
  'wait-to-prune': { Icon: HourglassEmptyIcon, tone: 'neutral' },
  'wait-to-retry': { Icon: HourglassEmptyIcon, tone: 'neutral' },
  paused: { Icon: PauseCircleOutlineIcon, tone: 'neutral' },
  disabled: { Icon: BlockIcon, tone: 'neutral' },
  nothing: { Icon: CheckCircleOutlineIcon, tone: 'ok' },
};
