/** The words about providers upstream. */
export const providers = {
  'identify.with-provider': 'Continue with {provider}',
  'identify.providers': 'Sign in with another provider',
  'federate.title': 'Continue with {provider}',
  'federate.lead': 'You sign in at {provider} and come back here. {provider} tells us who you are, never your '
    + 'password.',
  'federate.onward': 'Go to {provider}',
  'webhook.title': 'One moment',
  'webhook.lead': 'We are checking something before you go on.',
  'webhook.onward': 'Continue',
  'link-account.title': 'Sign in with {provider} from now on?',
  'link-account.lead': 'Whoever signs in at {provider} as {identity} could then open your account {account}. '
    + 'Say yes only if that is you.',
  'link-account.lead-nameless': 'Whoever signs in at {provider} as you just did could then open your account '
    + '{account}. Say yes only if that was you.',
  'link-account.submit': 'Yes, link it',
  'link-account.skip': 'Not now',
  'account.kind.federated': 'Sign-in with another provider',
  'notice.provider.unavailable': 'The other provider cannot be reached at the moment. Try again in a while, or '
    + 'use another way.',
  'notice.provider.failed': 'The answer that came back could not be trusted. Try again, or use another way.',
  'mail.changed.federated-linked.subject': 'A new way to sign in was added to your account with {brand}',
  'mail.changed.federated-linked.intro': 'From now on your account can also be opened by signing in with '
    + 'another provider.',
} as const;

export type ProviderWords = Readonly<Record<keyof typeof providers, string>>;
