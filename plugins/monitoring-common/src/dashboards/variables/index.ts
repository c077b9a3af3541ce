export * from './builtInVariables';
export * from './formatVariable';
export * from './interpolateVariables';
export * from './resolveVariables';
export * from './parseLabelValuesQuery';
export * from './variableOptions';
