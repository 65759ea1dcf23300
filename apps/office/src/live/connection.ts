/** The office's one socket: it hears what others do in the festival on the screen, and says which screen that is. */
import {
  livePath,
  serverMessages,
  type ClientEvents,
  type Reply,
  type Screen,
  type ServerEvents,
  type ServerMessage,
  type ServerMessageName,
} from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';
import { io, type Socket } from 'socket.io-client';
import { renew } from '../api.ts';

/** Whether what is on the screen moves by itself: `live`, on the way there, or told so by nobody. */
export interface Liveness {
  state: 'off' | 'joining' | 'live' | 'reconnecting';
  /** Since when, in milliseconds. */
  since: number;
}

type Handler = (name: ServerMessageName, message: ServerMessage<ServerMessageName>) => void;

const joinAgainMs = 3000;
const messageNames = Object.keys(serverMessages).filter((name): name is ServerMessageName => name in serverMessages);

let liveness: Liveness = { state: 'off', since: Date.now() };
let socket: Socket<ServerEvents, ClientEvents> | null = null;
let festivalId: FestivalId | null = null;
let screen: Screen | null = null;
let wasLive = false;
let again: ReturnType<typeof setTimeout> | undefined;

const watchers = new Set<() => void>();
const handlers = new Set<Handler>();
const joinings = new Set<(reply: Extract<Reply, { ok: true }>, isReturn: boolean) => void>();

function become(state: Liveness['state']): void {
  if (liveness.state === state) return;
  liveness = { state, since: Date.now() };
  for (const watch of watchers) watch();
}

export const currentLiveness = (): Liveness => liveness;

/** Tells of each change of liveness until the returned function is called. */
export function watchLiveness(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** Hears every message, well-formed ones alone. */
export function onMessage(handler: Handler): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

/** Told whenever the festival was joined: `isReturn` when something may have been missed before. */
export function onJoined(joined: (reply: Extract<Reply, { ok: true }>, isReturn: boolean) => void): () => void {
  joinings.add(joined);
  return () => joinings.delete(joined);
}

/** Listens to one festival, or to none. */
export function listenTo(wanted: FestivalId | null): void {
  if (wanted === festivalId) return;
  if (festivalId !== null && socket?.connected) socket.emit('unsubscribe', { festivalId });
  festivalId = wanted;
  wasLive = false;
  clearTimeout(again);
  if (wanted === null) {
    socket?.disconnect();
    return become('off');
  }
  become('joining');
  socket ??= open();
  if (socket.connected) join();
  else socket.connect();
}

/** Says which screen is shown. */
export function show(wanted: Screen | null): void {
  screen = wanted;
  if (festivalId !== null && socket?.connected && liveness.state === 'live')
    socket.emit('presence', { festivalId, screen });
}

function open(): Socket<ServerEvents, ClientEvents> {
  const opened: Socket<ServerEvents, ClientEvents> = io({
    path: livePath,
    transports: ['websocket'],
    auth: { face: 'office' },
    autoConnect: false,
    // A proxy may open and say nothing more while the API behind it starts again.
    timeout: 5000,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  opened.on('connect', join);
  opened.on('disconnect', (reason) => {
    if (festivalId === null) return;
    become(wasLive ? 'reconnecting' : 'joining');
    // The server has ended it on purpose: the session may be over, or new by now.
    if (reason === 'io server disconnect') void renewAndConnect();
  });
  opened.on('connect_error', (error) => {
    if (festivalId === null || opened.active) return;
    if (error.message === 'identity.not_signed_in') void renewAndConnect();
    else later(() => opened.connect());
  });
  opened.onAny((name: string, message: unknown) => take(name, message));
  return opened;
}

/** A session that is over is found out by the next question that a screen asks; the socket waits until there is one again. */
async function renewAndConnect(): Promise<void> {
  const renewed = await renew().catch(() => false);
  if (renewed && festivalId !== null) socket?.connect();
  else later(() => void renewAndConnect(), 30_000);
}

function later(work: () => void, ms = joinAgainMs): void {
  clearTimeout(again);
  again = setTimeout(() => festivalId !== null && work(), ms);
}

function join(): void {
  const wanted = festivalId;
  if (wanted === null) return;
  socket?.timeout(8000).emit('subscribe', { festivalId: wanted }, (failure: Error | null, reply?: Reply) => {
    if (wanted !== festivalId) return;
    if (failure !== null || reply === undefined) return later(join);
    if (!reply.ok) return reply.error === 'identity.forbidden' ? become('off') : later(join);
    for (const joined of joinings) joined(reply, wasLive);
    wasLive = true;
    become('live');
    show(screen);
  });
}

function take(name: string, message: unknown): void {
  const known = messageNames.find((one) => one === name);
  if (known === undefined) return;
  const read = serverMessages[known].safeParse(message);
  if (!read.success || read.data.festivalId !== festivalId) return;
  if (known === 'live:left') become('off');
  for (const handler of handlers) handler(known, read.data);
}
