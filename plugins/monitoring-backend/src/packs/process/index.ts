export { processPack } from './processPack';
