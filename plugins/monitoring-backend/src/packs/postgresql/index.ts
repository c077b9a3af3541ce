export { postgresqlAlerts } from './postgresqlAlerts';
export { postgresqlExpressions } from './postgresqlExpressions';
export { postgresqlPack } from './postgresqlPack';
export { POSTGRESQL_PANELS } from './postgresqlPanelIds';
export { postgresqlPanels } from './postgresqlPanels';
export { postgresqlSlis } from './postgresqlSlis';
