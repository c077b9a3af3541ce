export { chooseHttpDialect } from './chooseHttpDialect';
export { type HttpDialect } from './HttpDialect';
export { httpDialects } from './httpDialects';
export { httpExpressions, type HttpExpressions } from './httpExpressions';
export { httpProbes } from './httpProbes';
export { httpSlis } from './httpSlis';
