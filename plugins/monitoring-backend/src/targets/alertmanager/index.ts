export {
  ALERTMANAGER_OWNER,
  ALERTMANAGER_UID,
  AlertmanagerConfigTarget,
} from './AlertmanagerConfigTarget';
export { AlertmanagerSender } from './AlertmanagerSender';
export {
  TEST_ALERT,
  TEST_CHANNEL_LABEL,
  TEST_LABEL,
  type NotificationRoute,
} from './renderConfig';
