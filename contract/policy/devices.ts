import { z } from 'zod';

/**
 * Whose certificates make a device one that the organisation manages: the authorities that its device management has
 * them issued by. A browser shows one to the proxy in front of the server; the key never leaves the device.
 */
export const deviceRules = z.strictObject({
  authorities: z.array(z.strictObject({
    /** As events and lists name it. */
    name: z.string().trim().min(1).max(60),
    /** The certificate of the authority that itself issues those of devices, as PEM. */
    certificate: z.string().max(6_000),
  })).min(1).max(8),
});
export type DeviceRules = z.infer<typeof deviceRules>;
