import { Theme, alpha } from '@material-ui/core/styles';

/**
 * A shadow at the end of something that scrolls, as long as there is more of it: without it,
 * rows that are cut off look as if there were none.
 */
export function scrollShadow({ palette }: Theme) {
  const paper = palette.background.paper;
  const shade = alpha(palette.text.primary, 0.25);
  const none = alpha(palette.text.primary, 0);
  return {
    background: [
      // The first two move with the content and cover the other two at its ends.
      `linear-gradient(${paper} 30%, ${alpha(paper, 0)}) 0 0 / 100% 24px local`,
      `linear-gradient(${alpha(
        paper,
        0,
      )}, ${paper} 70%) 0 100% / 100% 24px local`,
      `linear-gradient(${shade}, ${none}) 0 0 / 100% 6px scroll`,
      `linear-gradient(${none}, ${shade}) 0 100% / 100% 6px scroll`,
    ].join(', '),
    backgroundRepeat: 'no-repeat',
  };
}
