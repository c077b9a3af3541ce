export { graphqlPack } from './graphqlPack';
