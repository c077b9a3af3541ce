export * from './SloListPage';
