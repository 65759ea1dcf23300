import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Tells the API who really calls. Next keeps a `x-forwarded-for` that the caller wrote and then forgets the connection, so
 * anyone could call themselves anyone; here each request gets the address it came from, behind what it claims (as proxies do).
 */
export async function register(): Promise<void> {
  const { subscribe } = await import('node:diagnostics_channel');
  subscribe('http.server.request.start', (message) => {
    // Node's own channel: https://nodejs.org/api/diagnostics_channel.html#http
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    const claimed = request.headers['x-forwarded-for'];
    request.headers['x-forwarded-for'] = [claimed, socket.remoteAddress].flat().filter(Boolean).join(', ');
  });
}
