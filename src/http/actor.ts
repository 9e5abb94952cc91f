import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Modules } from '../modules/index.ts'
import { type Action, type Actor, visitor } from '../modules/permissions/index.ts'
import { type Clock, Forbidden, isForeignWrite, SignInNeeded, sessionCookieName } from '../platform/index.ts'
import { createWrongKeys } from './wrong-keys.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: a person by the session cookie of the site, a program by its key, or a visitor. */
    actor: Actor
  }
  interface FastifyContextConfig {
    /** The action of the permission table that this endpoint is; left out: what everybody may. */
    action?: Action
  }
}

const bearer = /^Bearer ([\w.~+/=-]{1,500})$/i

/**
 * Finds who asks, before anything else is done with a request. A key goes before a cookie. With a cookie, a write must come from the site itself:
 * a browser sends cookies along with what other sites ask too.
 */
export function findActor(
  app: FastifyInstance,
  { accounts }: Pick<Modules, 'accounts'>,
  publicUrl: string | undefined,
  clock: Clock,
): void {
  app.decorateRequest('actor')
  const wrongKeys = createWrongKeys(clock)
  const cookieName = sessionCookieName(publicUrl?.startsWith('https:') ?? false)
  app.addHook('onRequest', async (request) => {
    request.actor = await actorOf(request)
  })

  async function actorOf(request: FastifyRequest): Promise<Actor> {
    const { authorization } = request.headers
    if (authorization !== undefined) return actorOfKey(authorization, request.ip)
    const token = cookieOf(request, cookieName)
    if (token === undefined) return visitor
    const own = publicUrl ?? `${request.protocol}://${request.host}`
    if (isForeignWrite(request.method, (name) => oneHeader(request, name), own)) {
      throw new Forbidden(
        'This was asked by another site in the name of who is signed in. Ask it from the site itself, or with a key.',
      )
    }
    return accounts.actorOf(token)
  }

  /** A key that is no good is said to be so: as a visitor a program would look for the fault elsewhere. */
  async function actorOfKey(authorization: string, address: string): Promise<Actor> {
    const key = bearer.exec(authorization)?.[1] ?? ''
    if (wrongKeys.isTooMany(address, key)) {
      throw Object.assign(new Error('Too many wrong keys came from here. Try again in a minute.'), { statusCode: 429 })
    }
    const actor = key === '' ? visitor : await accounts.actorOfKey(key)
    wrongKeys.count(address, key, actor.kind === 'key')
    if (actor.kind === 'visitor')
      throw new SignInNeeded('This key is not known, has ended or was taken back. Send: Authorization: Bearer <key>.')
    return actor
  }
}

/** A cookie of a request. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.split('=')
    if (key?.trim() === name) return value?.trim() || undefined
  }
  return undefined
}

function oneHeader({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
