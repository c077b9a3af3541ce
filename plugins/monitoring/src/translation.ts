// One list for each part: what a page does not show is not loaded with it, and types stay quick.
export { monitoringDashboardsTranslationRef } from './translations/monitoringDashboardsTranslationRef';
export { monitoringExploreTranslationRef } from './translations/monitoringExploreTranslationRef';
export { monitoringProvisioningTranslationRef } from './translations/monitoringProvisioningTranslationRef';
export { monitoringRunsTranslationRef } from './translations/monitoringRunsTranslationRef';
export { monitoringSloPagesTranslationRef } from './translations/monitoringSloPagesTranslationRef';
export { monitoringSlosTranslationRef } from './translations/monitoringSlosTranslationRef';
export { monitoringTargetsTranslationRef } from './translations/monitoringTargetsTranslationRef';
export { monitoringTranslationRef } from './translations/monitoringTranslationRef';
