export * from './CursorPager';
