/**
 * pages owns what people meet: screens, error pages, mails and their words, the start page and the development inbox.
 * It never decides what comes next, keeps nothing, and knows of the server only what `contract` says.
 */
export { renderScreen } from './src/render-screen.ts';
export { renderSample } from './src/render-sample.ts';
export { screenWords } from './src/screen-words.ts';
export { renderAccount } from './src/account/render-account.ts';
export { reasonsInWords } from './src/because.ts';
export { renderError } from './src/render-error.ts';
export { renderMail, type MailFrame, type RenderedMail } from './src/render-mail.ts';
export { renderText, type TextFrame } from './src/render-text.ts';
export { renderHome, type HomeFrame } from './src/render-home.ts';
export { renderConsoleNotice, type ConsoleNoticeFrame } from './src/render-console-notice.ts';
export {
  renderInbox, renderInboxMessage, type InboxEntry, type InboxFrame, type InboxMessageFrame,
} from './src/render-inbox.ts';
export { pageAssets, type PageAsset } from './src/assets.ts';
export { renderBrandPreview } from './src/brand-preview.ts';
export { brandStylesheet, brandStylesheetPath } from './src/brand-stylesheet.ts';
export { chooseLocale, locales } from './src/locale.ts';
