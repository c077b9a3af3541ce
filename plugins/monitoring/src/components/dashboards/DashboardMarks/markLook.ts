import SvgIcon from '@material-ui/core/SvgIcon';
import CloudUploadIcon from '@material-ui/icons/CloudUploadOutlined';
import BuildIcon from '@material-ui/icons/BuildOutlined';
import LabelIcon from '@material-ui/icons/LabelOutlined';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import { DashboardMark } from '@sightline/backstage-plugin-monitoring-common';

/** The icon of a kind of marks, the same everywhere. */
export const MARK_ICONS: Record<DashboardMark['kind'], typeof SvgIcon> = {
  annotation: LabelIcon,
  alert: NotificationsActiveIcon,
  deployment: CloudUploadIcon,
  provisioning: BuildIcon,
};
