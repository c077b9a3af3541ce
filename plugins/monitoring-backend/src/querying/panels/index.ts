export * from './DefaultPanelQueryService';
export * from './PanelQueryService';
