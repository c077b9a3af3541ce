export {
  startInfrastructure,
  type Infrastructure,
} from './startInfrastructure';
export { type PartState, type RealPartName } from './types';
