export * from './fieldColor';
export * from './hueShifted';
