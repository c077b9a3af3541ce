export { nodejsPack } from './nodejsPack';
