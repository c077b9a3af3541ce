export { redisAlerts } from './redisAlerts';
export { redisExpressions } from './redisExpressions';
export { redisPack } from './redisPack';
export { REDIS_PANELS } from './redisPanelIds';
export { redisPanels } from './redisPanels';
export { redisSlis } from './redisSlis';
