/**
 * messages owns what Limen sends to people: the outbox, its worker, the ways out (SMTP and a gateway for texts, or the development inbox). It
 * never decides who is told what, and has no words of its own: those who queue decide, and pages renders.
 */
export type {
  Envelope, Message, Messages, OutgoingMail, OutgoingText, PayloadSealer, RenderedMail, RenderMail, RenderText, TextTransport,
  Transport,
} from './messages.ts';
export { createMessages, type MessagesDeps } from './queue-message.ts';
export { startMessageWorker, type MessageWorker, type MessageWorkerDeps } from './message-worker.ts';
export { smtpTransport } from './smtp-transport.ts';
export { gatewaySecretOf, smsGateway, type SmsGateway } from './sms-gateway.ts';
export { createInbox, type Inbox, type InboxDeps, type InboxMail } from './inbox.ts';
export { removeSimulatedMessages } from './outbox-store.ts';
export { removeOldMessages } from './remove-old-messages.ts';
