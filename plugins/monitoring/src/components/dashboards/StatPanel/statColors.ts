import {
  ColorTheme,
  contrastRatio,
  mixColors,
  readableInk,
  resolveColor,
  StatOptions,
} from '@sightline/backstage-plugin-monitoring-common';

/** The colours of a figure; all for CSS. */
export interface StatColors {
  /** Absent when the panel's own shows through. */
  background?: string;
  value: string;
  name: string;
  line: string;
  area: string;
}

/** What large figures need to be read, and what other text does. */
const LARGE = 3;
const SMALL = 4.5;

/** How a figure is coloured; what is written can always be read. */
export function statColors(
  color: string,
  mode: StatOptions['colorMode'],
  look: {
    theme: ColorTheme;
    ground: string;
    text: string;
    subtle: string;
    /** Whether the figure is large text: less contrast is enough for it. */
    isLarge?: boolean;
  },
): StatColors {
  if (mode === 'background' || mode === 'background_solid') {
    const shades =
      mode === 'background'
        ? [shade(color, 0.22, look.theme), shade(color, 0.06, look.theme)]
        : [color];
    const ink = inkOn(shades);
    return {
      background:
        shades.length > 1
          ? `linear-gradient(120deg, ${shades.join(', ')})`
          : color,
      value: ink,
      name: ink,
      line:
        ink === '#ffffff' ? 'rgba(255, 255, 255, 0.75)' : 'rgba(0, 0, 0, 0.6)',
      area:
        ink === '#ffffff'
          ? 'rgba(255, 255, 255, 0.3)'
          : 'rgba(255, 255, 255, 0.35)',
    };
  }
  return {
    value:
      mode === 'none'
        ? look.text
        : readableInk(color, look.ground, look.isLarge ? LARGE : SMALL),
    name: look.subtle,
    line: readableInk(color, look.ground, LARGE),
    area: mixColors([hex(look.ground), hex(color)], 0.2),
  };
}

/** Darker in the dark theme, lighter in the light one, as Grafana's grounds are. */
function shade(color: string, share: number, theme: ColorTheme): string {
  return mixColors(
    [hex(color), theme === 'dark' ? '#000000' : '#ffffff'],
    share,
  );
}

/** Black or white, whichever can be read on all of them. */
function inkOn(grounds: string[]): '#000000' | '#ffffff' {
  const worst = (ink: string) =>
    Math.min(...grounds.map(ground => contrastRatio(ink, ground)));
  return worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff';
}

function hex(color: string): string {
  return mixColors([color], 0);
}

/** The colour of a change: a rise is good, bad, or neither. */
export function changeColor(
  change: number,
  mode: StatOptions['percentChangeColorMode'],
  colors: StatColors,
  look: { theme: ColorTheme; ground: string },
): string {
  if (mode === 'same_as_value' || colors.background !== undefined) {
    return colors.value;
  }
  const isGood = change * (mode === 'inverted' ? -1 : 1) > 0;
  return readableInk(
    resolveColor(isGood ? 'green' : 'red', look.theme),
    look.ground,
    SMALL,
  );
}
