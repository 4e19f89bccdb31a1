/**
 * clients owns applications: what they are registered with, their keys and secrets, their owner and purpose. It never
 * issues a token, and never knows who uses an application.
 */
export { createClients } from './create-clients.ts';
export type { ClientsDeps } from './clients-deps.ts';
export type { Client, ClientAuthMethod, Clients, GrantType, NewClient } from './clients.ts';
