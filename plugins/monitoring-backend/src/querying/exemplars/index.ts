export * from './DefaultExemplarService';
export * from './ExemplarService';
