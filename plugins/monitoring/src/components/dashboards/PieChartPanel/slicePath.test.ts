import { slicePath } from './slicePath';

describe('slicePath', () => {
  it('draws a quarter', () => {
    expect(slicePath({ start: 0, end: Math.PI / 2 }, 10, 0)).toBe(
      'M0,-10A10,10 0 0 1 10,0L0,0Z',
    );
  });

  it('draws a part of a ring', () => {
    expect(slicePath({ start: 0, end: Math.PI / 2 }, 10, 5)).toBe(
      'M0,-10A10,10 0 0 1 10,0L5,0A5,5 0 0 0 0,-5Z',
    );
  });

  it('draws the whole, which is no arc', () => {
    expect(slicePath({ start: 0, end: 2 * Math.PI }, 10, 0)).toBe(
      'M0,-10A10,10 0 1 1 0,10A10,10 0 1 1 0,-10Z',
    );
  });
});
