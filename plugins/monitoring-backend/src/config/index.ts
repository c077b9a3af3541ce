export { grafanaFolderUid } from './grafanaFolderUid';
export { readMonitoringConfig } from './readMonitoringConfig';
export * from './types';
