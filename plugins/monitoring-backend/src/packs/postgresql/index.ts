export { postgresqlExpressions } from './postgresqlExpressions';
