export * from './ServiceLink';
export * from './refName';
