export * from './StateLabel';
export * from './stateLook';
