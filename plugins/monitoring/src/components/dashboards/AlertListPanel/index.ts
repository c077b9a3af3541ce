export { AlertListPanel } from './AlertListPanel';
