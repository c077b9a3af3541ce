export { redisExpressions } from './redisExpressions';
