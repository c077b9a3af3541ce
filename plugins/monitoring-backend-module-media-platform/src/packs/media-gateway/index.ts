export { mediaGatewayPack } from './mediaGatewayPack';
