export * from './PanelFrame';
