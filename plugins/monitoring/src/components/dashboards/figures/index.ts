export * from './FigureArea';
export * from './FigureLinks';
export * from './figureBoxes';
export * from './figureLevel';
export * from './figureText';
export * from './fitText';
export * from './gaugeFigures';
export * from './useFigures';
