export * from './SloWidget';
export * from './widgetSettings';
