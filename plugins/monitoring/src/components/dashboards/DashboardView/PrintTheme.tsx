import { ReactNode, useMemo } from 'react';
import { themes } from '@backstage/theme';
import { Theme, ThemeProvider } from '@material-ui/core/styles';
import { usePrinting } from './usePrinting';

/** Draws its content for paper, in light colours, while the page is printed. */
export function PrintTheme(props: { children: ReactNode }) {
  const isPrinting = usePrinting();
  const theme = useMemo(
    () => (outer: Theme | null) =>
      isPrinting && outer?.palette.type === 'dark'
        ? (themes.light.getTheme('v4') as Theme)
        : (outer as Theme),
    [isPrinting],
  );
  return <ThemeProvider theme={theme}>{props.children}</ThemeProvider>;
}
