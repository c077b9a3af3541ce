/** Of a row of the list: two lines and the space around them. In pixels. */
export const ROW_HEIGHT = 52;

/** Of an SLO on a phone: three lines and the space around them. In pixels. */
export const CARD_HEIGHT = 116;
