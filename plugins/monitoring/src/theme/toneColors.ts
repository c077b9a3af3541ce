import type { Theme } from '@material-ui/core/styles';
import { darken, alpha, lighten } from '@material-ui/core/styles';
import type {} from '@backstage/theme';

/** How urgent a state looks. Only `warning` and `error` are coloured beyond their icon. */
export type Tone = 'ok' | 'neutral' | 'warning' | 'error';

/** Colours of a tone. None of them is for text: status colours miss the contrast of AA. */
export interface ToneColors {
  icon: string;
  tint: string;
  bar: string;
}

/** Colours of a tone in the current theme. */
export function toneColors(theme: Theme, tone: Tone): ToneColors {
  const { status, text } = theme.palette;
  const isDark = theme.palette.type === 'dark';
  const calmBar = alpha(text.primary, isDark ? 0.6 : 0.5);
  const tintOf = (color: string) => alpha(color, isDark ? 0.16 : 0.09);

  switch (tone) {
    case 'error': {
      const error = isDark ? lighten(status.error, 0.3) : status.error;
      return { icon: error, tint: tintOf(status.error), bar: error };
    }
    case 'warning':
      return {
        icon: isDark ? status.warning : darken(status.warning, 0.3),
        tint: alpha(status.warning, 0.16),
        bar: status.warning,
      };
    case 'ok':
      return {
        icon: isDark ? status.ok : darken(status.ok, 0.3),
        tint: 'transparent',
        bar: calmBar,
      };
    default:
      return {
        icon: text.secondary,
        tint: alpha(text.primary, 0.08),
        bar: calmBar,
      };
  }
}

/** The empty part of a bar. */
export function railColor(theme: Theme): string {
  return alpha(theme.palette.text.primary, 0.14);
}
