export { mediaServicePack } from './mediaServicePack';
