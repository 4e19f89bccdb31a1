/** Loaded into a launched child: asks it to stop once the launcher is gone, however that went. */
import process from 'node:process';

// Taken out of the environment, so that what the child starts is on no leash.
const leashed = process.env.LIMEN_LEASH === '1';
delete process.env.LIMEN_LEASH;
if (leashed && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
