/** Red, green and blue, 0..255 each. */
export type Rgb = [red: number, green: number, blue: number];

/** The parts of a colour; undefined for names of CSS and other notations. */
export function rgbOf(color: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(color)?.[1];
  if (hex && hex.length >= 6) {
    return [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
  }
  if (hex) {
    return [0, 1, 2].map(at => parseInt(hex[at] + hex[at], 16)) as Rgb;
  }
  const parts = /^rgba?\(([^)]*)\)$/i.exec(color)?.[1].split(/[\s,/]+/);
  const numbers = parts?.filter(Boolean).slice(0, 3).map(Number) ?? [];
  return numbers.length === 3 && numbers.every(Number.isFinite)
    ? (numbers as Rgb)
    : undefined;
}

/** `#rrggbb`; parts beyond their limits are cut. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map(part =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Hue in degrees, saturation and lightness 0..1. */
export function hslOf([red, green, blue]: Rgb): [number, number, number] {
  const parts = [red / 255, green / 255, blue / 255];
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const spread = most - least;
  const lightness = (most + least) / 2;
  if (spread === 0) {
    return [0, 0, lightness];
  }
  const saturation =
    lightness > 0.5 ? spread / (2 - most - least) : spread / (most + least);
  const sixth = parts.indexOf(most);
  const [before, after] = [parts[(sixth + 1) % 3], parts[(sixth + 2) % 3]];
  const hue = 60 * (((before - after) / spread + 2 * sixth + 6) % 6);
  return [hue, saturation, lightness];
}

/** The inverse of {@link hslOf}; lightness beyond its limits is cut. */
export function rgbOfHsl(hue: number, saturation: number, light: number): Rgb {
  const lightness = Math.min(1, Math.max(0, light));
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (shift: number) => {
    const place = (((shift + hue / 30) % 12) + 12) % 12;
    return (
      255 *
      (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)))
    );
  };
  return [part(0), part(8), part(4)];
}

/** Relative luminance by WCAG 2.0 (G17), rounded as Grafana rounds it. */
export function luminanceOf(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(part => {
    const share = part / 255;
    return share <= 0.03928
      ? share / 12.92
      : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return Number((0.2126 * red + 0.7152 * green + 0.0722 * blue).toFixed(3));
}
