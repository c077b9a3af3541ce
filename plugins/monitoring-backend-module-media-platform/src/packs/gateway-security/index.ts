export { gatewaySecurityPack } from './gatewaySecurityPack';
