/** For tests and tools: samples of every page, served as a server would. */
export { previewNames, startPreview, type PreviewServer } from './src/preview-server.ts';
export { sampleAccountFrame, sampleAccountPages } from './src/samples-account.ts';
export { sampleErrorFrame, sampleFrame, sampleScreens } from './src/samples.ts';
