export * from './figureItems';
export * from './figureLevel';
export * from './gaugeFigures';
export * from './gaugeLimits';
