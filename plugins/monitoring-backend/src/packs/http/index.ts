export { httpPack } from './httpPack';
