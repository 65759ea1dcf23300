import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failureOf } from './failure.ts';
import { Fault } from './fault.ts';
import { chooseLanguage } from './language.ts';
import { translateError } from './translate-error.ts';

/** Answers whatever was thrown: an error of the catalogue as it is, anything else as an internal error that is logged. */
export class FailureFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerFailure(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
Catch()(FailureFilter);

export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const fault = translateError(error) ?? unexpected(error, request);
  if (fault.name === 'general.body_too_large') hangUp(request);
  const { status, body } = failureOf(fault, chooseLanguage(request.headers['accept-language']));
  const wait = fault.name === 'general.unavailable' ? 2 : fault.details['retryAfterSeconds'];
  if (typeof wait === 'number') reply.header('retry-after', wait);
  // The JSON body needs its own type: a file's may have been set before it failed.
  reply.status(status).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}

/** How long the rest of what is too large may still arrive, unread: a connection cut at once would lose the answer as well. */
const lingerMs = 2000;

function hangUp({ raw }: FastifyRequest): void {
  raw.resume();
  const timer = setTimeout(() => !raw.complete && raw.socket.destroy(), lingerMs).unref();
  raw.once('close', () => clearTimeout(timer));
}

function unexpected(error: unknown, request: FastifyRequest): Fault {
  request.log.error({ err: error }, 'unexpected error');
  return new Fault('general.internal', { requestId: request.id });
}
