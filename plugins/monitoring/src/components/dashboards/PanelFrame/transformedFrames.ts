// Loaded when a panel has transformations: many have none, and all of them are much code.
export { preparePanelData } from '@sightline/backstage-plugin-monitoring-common';
