export { spec } from './spec';
