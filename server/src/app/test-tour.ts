/** Journeys for tests that want to stand at every screen: one goes by all those that the built-in ones don't have. */

/** A sign-in of one application that asks everything, screen after screen. `webhook` is the server that it asks. */
export const tourOfScreens = (application: string, webhook: string): string => `
purpose: sign-in
applications: [${application}]
timeLimit: 30m
channels: [web]
start: identify
nodes:
  identify:
    step: identify
    with: { mode: sign-in, ask: email, passkey: false }
    exits: { identified: choose, phone: text }
  text:
    step: sms-code
    exits: { verified: choose, other-way: identify }
  choose:
    step: choose-method
    exits: { email-code: link, other-way: link }
  link:
    step: email-link
    exits: { verified: work, email-code: code }
  code:
    step: email-code
    exits: { verified: work, back: identify }
  work:
    step: proof-of-work
    with: { tries: 100, wait: 100s }
    exits: { done: message, back: message }
  message:
    step: message
    with: { title: { en: Our shop has moved }, text: { en: It is by the harbour now. } }
    exits: { read: collect }
  collect:
    step: collect
    with:
      title: { en: How tall are you? }
      fields: [{ name: height, type: number, label: { en: Height }, purpose: { en: For your saddle }, required: true }]
    exits: { collected: agree }
  agree:
    step: accept-text
    with: { text: terms, version: '2', title: { en: Our terms }, summary: { en: Short. }, link: https://shop.example/terms }
    exits: { accepted: contact }
  contact:
    step: verify-contact
    exits: { verified: profile, skip: profile }
  profile:
    step: update-profile
    with: { title: { en: Is this still so? }, language: false }
    exits: { updated: passkey, skip: passkey }
  passkey:
    step: enrol-passkey
    with: { reason: faster-next-time }
    exits: { enrolled: ask, skip: ask }
  ask:
    step: webhook
    with: { url: ${webhook}, timeout: 5s }
    exits: { yes: enough, no: enough, failed: enough }
  enough:
    step: decide
    with: { when: satisfied }
    exits: { yes: complete, no: journey:recover }
  complete:
    step: complete
`;
