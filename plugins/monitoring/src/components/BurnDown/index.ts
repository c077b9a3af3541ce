export * from './budgetAsSpent';
export * from './AlertBands';
export * from './budgetWindows';
export * from './BurnDown';
export * from './BurnDownChart';
export * from './valueAt';
