/**
 * What a condition may ask at the checkpoint of a token: of the machine, of what it asks for, and from where. Machines
 * have no session and no risk; how each is known is the client's own affair, so all of it comes from its registration
 * and its request. Lengths of time are compared with `duration("90d")` in hours: `duration("2160h")`.
 */
export const tokenFacts = {
  client: {
    id: 'string',
    /** service or agent. */
    kind: 'string',
    /** Since it was registered. */
    age: 'duration',
    /** How it proved who it is: `secret`, or `key` (RFC 7523). */
    authentication: 'string',
    /**
     * How long that secret has been in force, or since the client was registered with its key. Not there for keys at an
     * address of the client's own (`jwksUri`), which change unseen: a reason that reads it then holds.
     */
    credentialAge: 'duration',
  },
  token: {
    /** The API that it is for; empty where none was named. */
    resource: 'string',
    /** What it would be good for, after what the client may not have was left out. */
    scopes: 'list<string>',
    /** Good only with a key that the client showed (RFC 9449). */
    bound: 'bool',
  },
  network: {
    /** One of `placeKinds`. */
    kind: 'string',
    /** This client has got tokens before, in the last 180 days, and none from there. */
    isNew: 'bool',
  },
  /** In UTC. */
  time: {
    /** 0 to 23. */
    hour: 'int',
    /** 1 is Monday, 7 Sunday (ISO 8601). */
    weekday: 'int',
  },
} as const;

/** What kind of network a request came from, as far as is known; private for addresses of no internet. */
export const placeKinds = ['usual', 'hosting', 'relay', 'mobile', 'private', 'unknown'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** The one action of machines: they ask for tokens, and for nothing else. */
export const tokenAction = 'token.issue';
