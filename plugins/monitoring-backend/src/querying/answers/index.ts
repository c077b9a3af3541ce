export * from './AnswerCache';
export { joinCrc32 } from './crc32';
export * from './createPanelLine';
export * from './PanelLine';
