export { EntityChangeListener } from './EntityChangeListener';
