export { DefaultProvisioningService } from './DefaultProvisioningService';
export { RunStarter } from './RunStarter';
