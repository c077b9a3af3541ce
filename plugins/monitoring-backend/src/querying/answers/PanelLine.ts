/** What is sent of one panel: one line of JSON, ready for the wire. Nobody may change it. */
export interface PanelLine {
  panelId: number;
  /** Of the copy, when one was asked for. */
  key?: string;
  /** Of the data; absent when it may not be given again. */
  tag?: string;
  /** UTF-8, with the line break. */
  bytes: Buffer;
  /** The same as blocks of raw DEFLATE that end at a byte, of which none is the last. */
  deflated: Buffer;
  /** CRC-32 of `bytes`. */
  crc: number;
  /** What the checksum of everything before is multiplied with. */
  shift: number;
}
