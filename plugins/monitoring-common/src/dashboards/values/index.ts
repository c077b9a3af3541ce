export * from './calculationName';
export * from './displayValue';
export * from './legendName';
export * from './mapValue';
export * from './palette';
export * from './reduceValues';
export * from './sampleValue';
export * from './thresholdColor';
