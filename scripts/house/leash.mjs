// Loaded before each part of the house: the part must not outlive the process that started it, not even after `kill -9`.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel !== undefined && process.env.FESTIVALS_LEASH === String(process.ppid)) {
  process.once('disconnect', () => {
    end('SIGTERM');
    setTimeout(() => end('SIGKILL'), 5000).unref();
  });
  process.channel.unref();
}

/** Ends the whole group, since some parts start processes of their own. */
function end(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}
