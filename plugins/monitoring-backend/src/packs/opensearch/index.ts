export { opensearchPack } from './opensearchPack';
export { OPENSEARCH_PANELS } from './opensearchPanels';
