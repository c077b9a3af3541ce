export * from './StateHeader';
