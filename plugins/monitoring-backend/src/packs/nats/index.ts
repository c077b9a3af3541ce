export { natsExpressions } from './natsExpressions';
