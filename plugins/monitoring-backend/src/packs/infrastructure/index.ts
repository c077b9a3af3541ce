export { infrastructurePack } from './infrastructurePack';
