import type SvgIcon from '@material-ui/core/SvgIcon';
import ChatIcon from '@material-ui/icons/ChatOutlined';
import EmailIcon from '@material-ui/icons/MailOutline';
import HttpIcon from '@material-ui/icons/CodeOutlined';
import PhoneIcon from '@material-ui/icons/PhoneInTalkOutlined';
import { NotificationChannelType } from '@sightline/backstage-plugin-monitoring-common';

/** The icon of each kind of channel: letters, talk, calls, programs. */
export const CHANNEL_ICONS: Record<NotificationChannelType, typeof SvgIcon> = {
  email: EmailIcon,
  slack: ChatIcon,
  teams: ChatIcon,
  googlechat: ChatIcon,
  pagerduty: PhoneIcon,
  opsgenie: PhoneIcon,
  webhook: HttpIcon,
};
