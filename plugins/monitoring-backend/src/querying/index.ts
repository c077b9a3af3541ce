export * from './answers';
export * from './dashboards';
export * from './explore';
export * from './marks';
export * from './panels';
export * from './QueryingService';
export * from './slos';
export * from './variables';
