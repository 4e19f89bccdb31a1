/**
 * Every environment variable that Limen reads, and nothing else sets it up; `docs/reference/configuration.md` is
 * generated from here.
 */
export interface ConfigVariable {
  /** As it is in the environment; `<SLUG>` stands for a population's slug in upper case, `-` written as `_`. */
  readonly name: string;
  readonly summary: string;
  /** What holds while it is not set, in words where it is no fixed value. */
  readonly default: string;
  readonly example: string;
  /** Its value is never logged or shown. */
  readonly secret: boolean;
}

export const configCatalogue = [
  // Where it answers
  {
    name: 'PORT', summary: 'The TCP port that the server listens on.',
    default: '3000', example: '8080', secret: false,
  },
  {
    name: 'LIMEN_URL', summary: 'The address under which people and applications reach the server. Issuers of populations '
      + 'without a host of their own begin with it, so it may not change once there are any. Away from loopback it must '
      + 'be https.',
    default: 'http://localhost:<PORT>', example: 'https://id.example.com', secret: false,
  },
  {
    name: 'LIMEN_BIND', summary: 'The network addresses to listen on, separated by commas.',
    default: '127.0.0.1,::1', example: '0.0.0.0', secret: false,
  },
  {
    name: 'LIMEN_HOST_<SLUG>', summary: 'The origin of one population, which nobody else answers at. Away from loopback '
      + 'every population that people meet needs one: its issuer is <origin>/ from its creation on, and its passkeys are '
      + 'bound to the host.',
    default: 'none: the issuer is <LIMEN_URL>/<slug>', example: 'LIMEN_HOST_CUSTOMERS=https://login.example.com', secret: false,
  },
  {
    name: 'LIMEN_CONSOLE_URL', summary: 'The address of the console and the admin API. Needed away from loopback, and of a '
      + 'host that is no population\'s.',
    default: 'LIMEN_URL', example: 'https://console.example.com', secret: false,
  },
  {
    name: 'LIMEN_SHARED_ORIGIN', summary: 'Set to 1 to let populations, console and admin API share one host away from '
      + 'loopback, for a trial: a page of one can then act on the others. A banner says so at the start.',
    default: '0', example: '1', secret: false,
  },
  {
    name: 'LIMEN_TRUSTED_PROXIES', summary: 'Addresses or networks of the proxies in front of the server, separated by '
      + 'commas. Only from these do forwarded headers count.',
    default: 'none', example: '10.0.0.0/8,192.0.2.7', secret: false,
  },
  {
    name: 'LIMEN_TRUSTED_PROXY_HEADER', summary: 'Which header those proxies set, and remove from what they receive: '
      + 'x-forwarded-for or forwarded.',
    default: 'x-forwarded-for', example: 'forwarded', secret: false,
  },
  {
    name: 'LIMEN_CLIENT_CERTIFICATES', summary: '1: those proxies ask browsers for a certificate, and on every request set '
      + 'Client-Cert to the one that was shown or remove it (RFC 9440). A proxy that lets the header through lets anybody pass '
      + 'for a managed device.',
    default: '0', example: '1', secret: false,
  },
  // What it keeps
  {
    name: 'LIMEN_DATA', summary: 'The folder for the embedded database, its master key and the local socket of `limen`.',
    default: '.limen in the current folder', example: '/var/lib/limen/main', secret: false,
  },
  {
    name: 'DATABASE_URL', summary: 'A PostgreSQL (16 or newer) of your own in place of the embedded one, reached directly '
      + 'or through a session pool. Any number of servers may share it.',
    default: 'the embedded database', example: 'postgresql://limen:…@db.example.com/limen', secret: true,
  },
  {
    name: 'LIMEN_MASTER_KEY', summary: 'The key that seals what is secret in the database: 32 random bytes in base64. '
      + 'Needed with DATABASE_URL; keep a copy, since nothing sealed can be read without it.',
    default: 'made in LIMEN_DATA for the embedded database', example: 'the output of: openssl rand -base64 32', secret: true,
  },
  {
    name: 'LIMEN_MASTER_KEY_FILE', summary: 'A file that holds the master key, in place of LIMEN_MASTER_KEY. Only the '
      + 'server\'s user may be able to read it.',
    default: 'none', example: '/run/secrets/limen-master-key', secret: false,
  },
  // Whom it calls
  {
    name: 'LIMEN_SMTP_URL', summary: 'The mail server. Without it mail goes to the development inbox, which exists on '
      + 'loopback only; anywhere else the server refuses to start.',
    default: 'the development inbox', example: 'smtps://limen:…@mail.example.com', secret: true,
  },
  {
    name: 'LIMEN_MAIL_FROM', summary: 'The sender of all mail. Needed together with LIMEN_SMTP_URL.',
    default: 'none', example: 'Example accounts <accounts@example.com>', secret: false,
  },
  {
    name: 'LIMEN_SMS_URL', summary: 'Your own gateway for text messages, which is handed each one by a signed POST. Without '
      + 'it texts go to the development inbox, which exists on loopback only; anywhere else none is sent.',
    default: 'the development inbox', example: 'https://texts.example.com/send', secret: false,
  },
  {
    name: 'LIMEN_SMS_SECRET', summary: 'The key that calls of the gateway are signed with (Standard Webhooks): whsec_ and 24 '
      + 'to 64 random bytes in base64. Needed together with LIMEN_SMS_URL.',
    default: 'none', example: 'whsec_ and the output of: openssl rand -base64 32', secret: true,
  },
  {
    name: 'LIMEN_OUTBOUND_ALLOW', summary: 'Private addresses that the server may call (keys, logout and webhooks of '
      + 'applications inside the network): exact host:port pairs, separated by commas.',
    default: 'none', example: 'intranet.example.internal:8443', secret: false,
  },
  // What it looks things up in
  {
    name: 'LIMEN_NETWORK_FILES', summary: 'Databases of your own about networks, as files of the MaxMind DB format (.mmdb), '
      + 'separated by commas: countries, autonomous systems, anonymisers. The first that knows something about an address '
      + 'counts, and those that come with Limen count last. Replaced files are read anew within a minute.',
    default: 'those that come with Limen', example: '/srv/geo/GeoLite2-Country.mmdb,/srv/geo/GeoLite2-ASN.mmdb', secret: false,
  },
  {
    name: 'LIMEN_BREACHED_PASSWORDS', summary: 'A list of breached passwords of your own, made by `limen password build-list`; '
      + 'asked besides the one that comes with Limen.',
    default: 'the list that comes with Limen alone', example: '/srv/lists/pwned.list', secret: false,
  },
  {
    name: 'LIMEN_BREACHED_LOOKUP', summary: 'A range service (k-anonymity) that is asked about passwords that are being set '
      + 'and stand in no list here: five digits of their SHA-1 leave the server. Without an answer in time the password '
      + 'is judged by the lists alone.',
    default: 'nobody is asked', example: 'https://api.pwnedpasswords.com/range/', secret: false,
  },
  // What it tells
  {
    name: 'LIMEN_LOG_LEVEL', summary: 'How much is logged: debug, info, warn, error or silent.',
    default: 'warn', example: 'info', secret: false,
  },
] as const satisfies readonly ConfigVariable[];

export type ConfigName = (typeof configCatalogue)[number]['name'];
