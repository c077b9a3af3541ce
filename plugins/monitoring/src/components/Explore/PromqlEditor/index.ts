export * from './PromqlEditor';
