import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path that a Unix socket may have on every system we run on (sun_path of macOS, less its end). */
const longest = 100;

/**
 * Where a server listens for its own machine's operator: in its data folder, or, where that path is too long for a
 * socket, in a folder of the user's own with the data folder's hash in its name.
 */
export function localSocket(dataFolder: string, user: number | undefined = process.getuid?.()): string {
  const inside = join(dataFolder, 'admin.sock');
  if (Buffer.byteLength(inside) <= longest) return inside;
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return join(tmpdir(), `limen-${user ?? 'user'}-${hash}`, 'admin.sock');
}
