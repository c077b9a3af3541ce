/** @public */
export type ColorTheme = 'light' | 'dark';

/** From very light to dark, as Grafana's dark theme has them; light shifts them by one. */
const SHADES: Record<string, [string, string, string, string, string, string]> =
  {
    red: ['#FFA6B0', '#FF7383', '#F2495C', '#E02F44', '#C4162A', '#AD0317'],
    orange: ['#FFCB7D', '#FFB357', '#FF9830', '#FF780A', '#FA6400', '#E55400'],
    yellow: ['#FFF899', '#FFEE52', '#FADE2A', '#F2CC0C', '#E0B400', '#CC9D00'],
    green: ['#C8F2C2', '#96D98D', '#73BF69', '#56A64B', '#37872D', '#19730E'],
    blue: ['#C0D8FF', '#8AB8FF', '#5794F2', '#3274D9', '#1F60C4', '#1250B0'],
    purple: ['#DEB6F2', '#CA95E5', '#B877D9', '#A352CC', '#8F3BB8', '#7C2EA3'],
  };
const GRADES = ['super-light-', 'light-', '', 'semi-dark-', 'dark-'];

const CLASSIC_PALETTE = (
  'green semi-dark-yellow blue orange red purple dark-green dark-yellow dark-blue ' +
  'dark-orange dark-red dark-purple super-light-green super-light-yellow super-light-blue ' +
  'super-light-orange super-light-red super-light-purple ' +
  '#447EBC #C15C17 #890F02 #0A437C #6D1F62 #584477 #B7DBAB #F4D598 #70DBED #F9BA8F ' +
  '#F29191 #82B5D8 #E5A8E2 #AEA2E0 #629E51 #E5AC0E #64B0C8 #E0752D #BF1B00 #0A50A1 ' +
  '#962D82 #614D93 #9AC48A #F2C96D #65C5DB #F9934E #EA6460 #5195CE #D683CE #806EB7 ' +
  '#3F6833 #967302 #2F575E #99440A #58140C #052B51 #511749 #3F2B5B #E0F9D7 #FCEACA ' +
  '#CFFAFF #F9E2D2 #FCE2DE #BADFF4 #F9D9F9 #DEDAF7'
).split(' ');

/** Colours that are the theme's own: what is written, and what it is written on. */
const THEME: Record<ColorTheme, Record<string, string>> = {
  dark: {
    text: '#CCCCDC',
    'panel-bg': '#181b1f',
    transparent: 'rgba(0, 0, 0, 0)',
  },
  light: {
    text: '#24292E',
    'panel-bg': '#ffffff',
    transparent: 'rgba(255, 255, 255, 0)',
  },
};

/** What Grafana takes where a dashboard names no colour. */
export const NO_COLOR = '#808080';

/**
 * A colour as a dashboard names it, for CSS.
 *
 * @param color - one of Grafana's names (`semi-dark-orange`), or any colour of CSS
 * @public
 */
export function resolveColor(color: string, theme: ColorTheme): string {
  if (Object.hasOwn(THEME[theme], color)) {
    return THEME[theme][color];
  }
  const hue = Object.keys(SHADES).find(name => color.endsWith(name));
  const grade = hue ? GRADES.indexOf(color.slice(0, -hue.length)) : -1;
  return hue && grade >= 0
    ? SHADES[hue][grade + (theme === 'light' ? 1 : 0)]
    : color || NO_COLOR;
}

/** All colours of Grafana's classic palette. */
export function classicPalette(theme: ColorTheme): string[] {
  return CLASSIC_PALETTE.map(name => resolveColor(name, theme));
}
