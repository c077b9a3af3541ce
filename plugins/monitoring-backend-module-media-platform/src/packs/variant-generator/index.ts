export { variantGeneratorPack } from './variantGeneratorPack';
