export { AuthorizedProvisioning } from './AuthorizedProvisioning';
export { RunEntities } from './RunEntities';
