export * from './alignRange';
export * from './calculateQueryStep';
export * from './formatGrafanaInterval';
export * from './longestRange';
export * from './parseGrafanaInterval';
export * from './parseTimeExpression';
export * from './roundInterval';
