import { alpha } from '@material-ui/core/styles';

/** A colour that lets the ground through; names of CSS stay as they are. */
export function withOpacity(color: string, opacity: number): string {
  return /^(#|rgb|hsl)/.test(color) ? alpha(color, opacity) : color;
}
