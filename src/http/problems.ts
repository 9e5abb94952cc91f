import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { Busy, Conflict, Forbidden, Invalid, type Log, NotFound, SignInNeeded } from '../platform/index.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly problems?: readonly { readonly where: string; readonly message: string }[]
}

/** Turns every error into Problem JSON (RFC 9457). An error nobody expected is logged and tells nothing of the inside. */
export function problemHandler(log: Log): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    const problem = problemOf(error)
    if (error instanceof Busy) reply.header('retry-after', String(error.retryAfterSeconds))
    // That much is asked is no fault: the engines tell the log once.
    else if (problem.status >= 500) {
      log.error('an endpoint failed', {
        method: request.method,
        endpoint: request.routeOptions.url ?? '',
        error: String(error.stack),
      })
    }
    return send(reply, problem)
  }
}

export function notFoundHandler(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(reply, {
    type: '/problems/not-found',
    title: 'There is no such endpoint',
    status: 404,
    detail: `${request.method} ${request.url.split('?')[0]} does not exist. All endpoints: /api/v1/openapi.json.`,
  })
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  // Sent as text: a declared response schema of this status would strip the details.
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(JSON.stringify(problem))
}

function problemOf(error: FastifyError): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return {
      type: '/problems/invalid',
      title: `The ${error.validationContext ?? 'request'} cannot be used`,
      status: 400,
      detail: 'Change the fields named in `problems` and ask again.',
      problems: error.validation.map((issue) => ({
        where: `${error.validationContext ?? 'request'}${issue.instancePath}`,
        message: issue.message ?? 'cannot be used',
      })),
    }
  }
  if (error instanceof NotFound)
    return { type: '/problems/not-found', title: `No such ${error.kind}`, status: 404, detail: error.message }
  if (error instanceof Invalid) {
    return {
      type: '/problems/invalid',
      title: `${error.where} cannot be used`,
      status: 400,
      detail: error.message,
      ...(error.problems.length > 0 ? { problems: error.problems } : {}),
    }
  }
  if (error instanceof SignInNeeded)
    return { type: '/problems/sign-in', title: 'Sign in first', status: 401, detail: error.message }
  if (error instanceof Forbidden)
    return { type: '/problems/forbidden', title: 'This is not allowed', status: 403, detail: error.message }
  if (error instanceof Conflict)
    return { type: '/problems/conflict', title: 'Something stands in the way', status: 409, detail: error.message }
  if (error instanceof Busy)
    return { type: '/problems/busy', title: 'Too much is asked at this moment', status: 503, detail: error.message }
  // Whoever asked has left, so nobody reads this; it is no fault of ours.
  if (error.name === 'AbortError') return { type: '/problems/left', title: 'The connection was closed', status: 499 }
  if (error.statusCode === 429) {
    return { type: '/problems/too-many', title: 'Too many requests', status: 429, detail: error.message }
  }
  if (!isResponseSerializationError(error) && error.statusCode !== undefined && error.statusCode < 500) {
    return { type: '/problems/request', title: 'The request cannot be read', status: error.statusCode, detail: error.message }
  }
  return {
    type: '/problems/inside',
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'It was logged. Try again later.',
  }
}

export function installProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(problemHandler(log))
  app.setNotFoundHandler(notFoundHandler)
}
