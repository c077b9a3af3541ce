export { sightlinePack } from './sightlinePack';
