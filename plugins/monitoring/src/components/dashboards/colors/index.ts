export * from './fieldColor';
export * from './namedColor';
export * from './valueColors';
