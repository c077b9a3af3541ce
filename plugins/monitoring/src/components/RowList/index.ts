export * from './RowList';
