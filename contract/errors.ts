/**
 * The closed catalogue of error codes. Every error that leaves Limen, over HTTP, from the command line or on a
 * page, carries one of these codes; `docs/reference/errors.md` is generated from it.
 *
 * `status` is the HTTP status (RFC 9457 problem details), `title` says what happened, `remedy` what to do.
 * Texts never contain values that a caller sent; those go into `detail`, for callers who may see them.
 */
export interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

const catalogue = {
  // The request itself
  'request.invalid': { status: 400, title: 'The request has wrong or missing fields', remedy: 'Compare the listed fields with the API description and send it again.' },
  'request.malformed': { status: 400, title: 'The request could not be read', remedy: 'Send valid UTF-8 in the content type that the route expects.' },
  'request.too_large': { status: 413, title: 'The request is larger than this route takes', remedy: 'Send less at once; the bound is in the API description.' },
  'request.unknown_host': { status: 421, title: 'No door of this server answers to that host name', remedy: 'Check the address; an operator sets the names with LIMEN_URL and each population\'s host.' },
  'request.cross_site': { status: 403, title: 'The request came from another site', remedy: 'Open the page again from the application and repeat the step there.' },
  'request.rate_limited': { status: 429, title: 'Too many requests in a short time', remedy: 'Wait for the time in Retry-After, then try again.' },
  'request.not_found': { status: 404, title: 'Nothing is at this address', remedy: 'Check the address.' },
  'request.method_not_allowed': { status: 405, title: 'This address does not take that method', remedy: 'Use a method that the API description lists for this address.' },
  'server.busy': { status: 503, title: 'The server has more work than it may queue', remedy: 'Try again after the time in Retry-After.' },
  'server.failed': { status: 500, title: 'Something failed on our side', remedy: 'Try again; if it stays, give the reference of this error to the operator.' },
  // Start and storage
  'config.invalid': { status: 500, title: 'The configuration has a wrong or missing value', remedy: 'Correct the named variable; docs/reference/configuration.md lists them all.' },
  'storage.unreachable': { status: 503, title: 'The database cannot be reached', remedy: 'Check DATABASE_URL and that PostgreSQL is running and accepts this user.' },
  'storage.missing': { status: 503, title: 'The named database does not exist', remedy: 'Create it, or correct the name in DATABASE_URL.' },
  'storage.too_old': { status: 503, title: 'This PostgreSQL is older than Limen supports', remedy: 'Use PostgreSQL 16 or newer.' },
  'storage.newer': { status: 503, title: 'The database was migrated by a newer Limen', remedy: 'Start that version or a newer one; migrations are never undone.' },
  'storage.changed_migration': { status: 503, title: 'A migration that already ran has another content now', remedy: 'Restore the migration file as it was released; changes go into a new file.' },
  'storage.in_use': { status: 503, title: 'Another Limen server uses this data folder', remedy: 'Stop it first, or give this one its own LIMEN_DATA, or run both on one DATABASE_URL.' },
  'storage.embedded_failed': { status: 503, title: 'The embedded PostgreSQL did not start', remedy: 'Read the last lines of its log, named below; the data folder is left as it was.' },
  'keys.master_missing': { status: 500, title: 'No master key is set', remedy: 'Set LIMEN_MASTER_KEY or LIMEN_MASTER_KEY_FILE (32 random bytes, base64); with a database of your own none is made for you.' },
  'keys.master_wrong': { status: 500, title: 'The master key does not open what is stored', remedy: 'Use the key this database was set up with; without it sealed data cannot be read.' },
  'keys.unreadable': { status: 500, title: 'A sealed value could not be opened', remedy: 'Its key was destroyed, or the value was changed or moved.' },
  // Populations and policies
  'population.unknown': { status: 404, title: 'There is no population of that name', remedy: 'Use one of those that `limen policy list` shows.' },
  'population.fixed': { status: 409, title: 'A population of that name exists with another kind or issuer', remedy: 'Both are fixed at creation, since tokens and passkeys carry them; use another name, or the address it was created with.' },
  'policy.invalid': { status: 422, title: 'The policy has faults and was not published', remedy: 'Mend the listed faults and plan again.' },
  'policy.stale': { status: 409, title: 'The policy was published by someone else meanwhile', remedy: 'Export the current version, carry your change over and plan again.' },
  'policy.version_unknown': { status: 404, title: 'This population has no policy of that version', remedy: 'Use one of the versions that `limen policy list` shows.' },
  'brand_file.refused': { status: 422, title: 'This file cannot be taken as a logo or typeface', remedy: 'Mend what is named and add it again.' },
  'brand_file.too_many': { status: 409, title: 'This population has too many files that no policy names yet', remedy: 'Publish a policy that names those you need; others go 30 days after they were added.' },
  'brand_file.unknown': { status: 404, title: 'This population has no logo or typeface of that name', remedy: 'Add the file, and write the name that it gets.' },
  'rule.invalid': { status: 422, title: 'A condition cannot be read or costs too much', remedy: 'Mend the expression at the place shown.' },
  'rule.unanswered': { status: 500, title: 'A condition could not be answered from the facts at hand', remedy: 'Ask has(...) for facts that may be absent; the listed fact is missing or of another type.' },
  // Principals, clients
  'principal.unknown': { status: 404, title: 'There is no such principal in this population', remedy: 'Check the identifier and the population.' },
  'principal.suspended': { status: 403, title: 'This account is suspended', remedy: 'Ask the support desk of the organisation.' },
  'principal.foreign': { status: 403, title: 'This account belongs to another population', remedy: 'Sign in at the door of that population.' },
  'identifier.invalid': { status: 422, title: 'This is not a usable address or name', remedy: 'Check the spelling.' },
  'identifier.taken': { status: 409, title: 'Another principal already has this identifier', remedy: 'Use another one, or find the principal who has it.' },
  'import.invalid': { status: 422, title: 'The file has rows that cannot be taken', remedy: 'Mend the listed rows; nothing was imported.' },
  'client.unknown': { status: 404, title: 'There is no such application in this population', remedy: 'Check the client id and the population.' },
  'client.invalid': { status: 422, title: 'The application\'s registration has faults', remedy: 'Mend the listed fields.' },
  'client.taken': { status: 409, title: 'This client id is already in use', remedy: 'Choose another, or leave it out to have one made.' },
  // Links, runs, credentials
  'link.invalid': { status: 404, title: 'This link does not work', remedy: 'Ask for a new one; check that it was copied whole.' },
  'link.expired': { status: 410, title: 'This link is past its time', remedy: 'Ask for a new one.' },
  'link.used': { status: 410, title: 'This link was already used', remedy: 'Sign in, or ask for a new link.' },
  'run.unknown': { status: 404, title: 'This sign-in is no longer open', remedy: 'Go back to the application and start again.' },
  'run.expired': { status: 410, title: 'This took longer than allowed and was closed', remedy: 'Go back to the application and start again.' },
  'run.other_browser': { status: 403, title: 'This step belongs to another browser', remedy: 'Continue in the browser in which you started, with cookies allowed, or start again from the application.' },
  'run.moved': { status: 409, title: 'This goes on on your other device', remedy: 'Go on there; this page can be closed. If that device is not at hand, start again.' },
  'run.other_channel': { status: 409, title: 'This cannot be done in the application itself', remedy: 'Go on in a browser: send the person to the authorization endpoint.' },
  'run.finished': { status: 409, title: 'This was already completed', remedy: 'Go back to the application.' },
  'credential.refused': { status: 403, title: 'That did not match', remedy: 'Check what you entered, or use another way to sign in.' },
  'credential.unknown': { status: 404, title: 'There is no such credential', remedy: 'It may have been removed.' },
  'credential.throttled': { status: 429, title: 'Too many tries for now', remedy: 'Wait for the time given, or use another way to sign in.' },
  'password.unacceptable': { status: 422, title: 'This password cannot be used', remedy: 'Choose another, as the hint beside the field says.' },
  'passkey.other_door': { status: 403, title: 'This passkey belongs to another door', remedy: 'Use it at the door named, or choose another passkey.' },
  'passkey.refused': { status: 403, title: 'The passkey could not be checked', remedy: 'Try again, or use another way to sign in.' },
  'credential.proof_needed': { status: 403, title: 'This needs a proof of who you are that is at most five minutes old', remedy: 'Confirm that it is you, then repeat it.' },
  'credential.last': { status: 409, title: 'This is the last way to sign in', remedy: 'Add another way first.' },
  'session.ended': { status: 401, title: 'This session has ended', remedy: 'Sign in again.' },
  // Providers upstream
  'federation.provider_unknown': { status: 404, title: 'This provider is not offered here', remedy: 'Use another way to sign in; the policy in force names the providers.' },
  'federation.unavailable': { status: 502, title: 'The other provider cannot be reached at the moment', remedy: 'Try again in a while, or use another way to sign in.' },
  'federation.answer_refused': { status: 403, title: 'The answer of the other provider could not be trusted', remedy: 'Start again; if it stays, tell the operator.' },
  // Outgoing calls, messages
  'outbound.refused': { status: 502, title: 'This address may not be called from here', remedy: 'Private addresses need an entry in LIMEN_OUTBOUND_ALLOW (host and port).' },
  'outbound.failed': { status: 502, title: 'The other server did not answer as it should', remedy: 'Check the address and try again.' },
  'messages.unconfigured': { status: 500, title: 'No mail server is set', remedy: 'Set LIMEN_SMTP_URL; the development inbox exists only while this server is on loopback.' },
  // Administration
  'admin.unauthenticated': { status: 401, title: 'The caller is not known here', remedy: 'Sign in at the console, or use the local socket as the user who runs the server.' },
  'admin.forbidden': { status: 403, title: 'The caller may not do this', remedy: 'Ask someone with the role named.' },
  'admin.reauthentication_needed': { status: 403, title: 'This needs a proof of who you are that is at most five minutes old', remedy: 'Sign in again, then repeat it.' },
  'admin.sign_in_failed': { status: 403, title: 'The sign-in to the console did not come to an end', remedy: 'Open the console again and sign in.' },
  'grant.unknown': { status: 404, title: 'There is no such grant at this population', remedy: 'Look at the list again; it may have been withdrawn.' },
  'grant.not_possible': { status: 422, title: 'This principal cannot hold that role', remedy: 'Roles are for active people of the workforce who have a passkey; let them sign in and make one first.' },
  'grant.last_owner': { status: 409, title: 'This would leave the population without a lasting owner', remedy: 'Make somebody else owner first, without an end.' },
  'access.unauthenticated': { status: 401, title: 'The asking application is not known here', remedy: 'Send its client id and secret (HTTP Basic), or an access token that it got for this address by client credentials.' },
  'demo.filling': { status: 409, title: 'Made-up people are being filled in or removed right now', remedy: 'Wait until npm run demo has filled, or stop it, then try again.' },
  'recovery.unknown': { status: 404, title: 'There is no such recovery case at this population', remedy: 'Look at the list again; cases that are closed are not shown.' },
  'device.unknown': { status: 404, title: 'This person is not known in such a browser', remedy: 'List their devices again.' },
  'device_key.unknown': { status: 404, title: 'No such key is registered for this person', remedy: 'List their keys again; it may have ended.' },
  'device_key.invalid': { status: 422, title: 'This is no public key that can be registered', remedy: 'Send a JWK or PEM of RSA from 2048 bits, of EC on P-256, P-384 or P-521, or of Ed25519, without its private part.' },
  'device_key.not_here': { status: 409, title: 'Devices of this population are managed by nobody', remedy: 'Register keys of employees\' devices alone.' },
  'device_key.taken': { status: 409, title: 'This key is registered for this person already', remedy: 'Withdraw it first to give it another name or end.' },
  'device_key.not_restorable': { status: 409, title: 'This key cannot be put back', remedy: 'Whoever withdrew it can put it back within ten minutes. After that, register it again.' },
  'device_key.too_many': { status: 409, title: 'This person has as many registered keys as there can be', remedy: 'Withdraw those of devices that are gone.' },
  'action_review.unknown': { status: 404, title: 'No such action waits to be looked at', remedy: 'Look at the list again.' },
  'action_review.decided': { status: 409, title: 'This action was decided, withdrawn or left until its time was over', remedy: 'Look at the list again.' },
  'action_review.own': { status: 403, title: 'Nobody says yes to what they asked for themselves', remedy: 'Ask a colleague with the same role.' },
  'action_review.not_a_colleague': { status: 403, title: 'Only somebody of the organisation, signed in as themselves, looks at actions', remedy: 'Sign in to the console, or ask an administrator.' },
  'action_review.approver_recovered': { status: 403, title: 'Whoever got their own account back in the last three days looks at no action of others', remedy: 'Ask a colleague with the same role.' },
  'recovery.decided': { status: 409, title: 'This recovery case was decided or closed before', remedy: 'Look at the list again.' },
  'recovery.own_case': { status: 403, title: 'Nobody decides their own recovery', remedy: 'Ask a colleague with the same role.' },
  'recovery.not_a_colleague': { status: 403, title: 'Only somebody of the organisation decides recoveries', remedy: 'Ask an administrator.' },
  'recovery.approver_recovered': { status: 403, title: 'Whoever got their own account back in the last three days decides no other recovery', remedy: 'Ask a colleague with the same role.' },
  'recovery.contact_refused': { status: 422, title: 'This person cannot be a trusted contact', remedy: 'Name somebody else, by their own e-mail address; two at most.' },
  'recovery.not_ready': { status: 409, title: 'This recovery is not open any more', remedy: 'It was stopped or used up. Begin again from the sign-in page.' },
  'decision.unknown': { status: 404, title: 'There is no such decision at this population', remedy: 'Look at the list again; old decisions are removed.' },
  'watch.unknown': { status: 404, title: 'No such draft watches at this population', remedy: 'Look at the list again; those that ended more than a year ago are removed.' },
  'watch.too_many': { status: 409, title: 'Three drafts watch already', remedy: 'Stop one of them first.' },
  'label.own': { status: 403, title: 'Nobody says who it was of a decision about themselves', remedy: 'Ask a colleague with the same role.' },
  'label.too_many': { status: 409, title: 'So much was said of this decision from where this comes that no more is kept', remedy: 'Look at what is there with `limen decision show`; who looked into it has room of their own (confirmed).' },
  'label.unknown': { status: 404, title: 'Nothing was said of this decision under that source and reference', remedy: 'Look at what is there with `limen decision show`.' },
  'action.unknown': { status: 422, title: 'The policy has no such action', remedy: 'Look at checkpoints.yaml for those that it has.' },
  'action.held': { status: 403, title: 'This is not done now: it waits, or is refused', remedy: 'Where it waits, do the same again after that. Where it is refused, sign out and in again on a device that is known here.' },
  'session.contained': { status: 403, title: 'This session can change nothing that opens the account', remedy: 'Sign out and in again, then make the change.' },
  'events.chain_broken': { status: 500, title: 'The audit chain does not verify', remedy: 'Keep the database as it is and compare it with a backup from the position shown.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof catalogue;
export const errorCatalogue: Readonly<Record<ErrorCode, ErrorEntry>> = catalogue;

/** One fault among several, with the place it was found at (`field.path`, or file and line). */
export interface Fault {
  readonly at: string;
  readonly problem: string;
  readonly remedy?: string;
  readonly file?: string;
  readonly line?: number;
}

/** RFC 9457 problem details, as every JSON API of Limen answers an error. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly remedy: string;
  /** Names this very occurrence in the server's log. */
  readonly reference?: string;
  readonly faults?: readonly Fault[];
  /** The challenge that a proof has to be given for, where it is one. */
  readonly decision?: string;
}
