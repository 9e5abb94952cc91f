import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Modules } from '../modules/index.ts'
import type { Api, Clock, Log } from '../platform/index.ts'
import { findActor } from './actor.ts'
import { answerBrokenRequest, answerUnknownExpectation } from './broken-request.ts'
import { countedAs } from './counted-as.ts'
import { apiEndpoints } from './endpoints.ts'
import { installProblems, notFoundHandler } from './problems.ts'
import { readablePath, refuseAtEdge } from './refuse-at-edge.ts'
import { mountSite, type Site } from './site.ts'

export interface ServerParts {
  readonly modules: Modules
  readonly clock: Clock
  readonly log: Log
  /** Name and number of the program, for the API description. */
  readonly version: string
  /** Proxies whose X-Forwarded-* headers are believed; none by default. */
  readonly trustedProxies?: readonly string[]
  /** Address people use, for absolute links; without it the Host header of the request is used. */
  readonly publicUrl?: string | undefined
  /** Left out: the API alone. */
  readonly site?: Site
  /**
   * Requests per minute of an account, a key, or the network of who is not signed in: on the API, on its computing endpoints, and forms that are sent on
   * the site. A whole school may stand behind one network, so that sends four times as many forms.
   */
  readonly limits?: { readonly api: number; readonly computing: number; readonly forms?: number }
}

const mostBodyBytes = 1_000_000
const defaultLimits: NonNullable<ServerParts['limits']> = { api: 600, computing: 120 }

/** Puts the API and the site together in one server. Nothing listens yet. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const isHttps = parts.publicUrl?.startsWith('https:') ?? false
  const app = Fastify({
    logger: false,
    bodyLimit: mostBodyBytes,
    trustProxy: parts.trustedProxies && parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    // A body that comes in drop by drop must not hold a connection for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: 'idle',
    rewriteUrl: ({ url }) => readablePath(url ?? '/'),
    clientErrorHandler: answerBrokenRequest,
    // How often it is looked who is too slow; Node's own 30 seconds would double the limit above.
    // A missing Host is refused by us, with a reason.
    http: { connectionsCheckingInterval: 5_000, requireHostHeader: false },
  })
  app.server.on('checkExpectation', answerUnknownExpectation)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installProblems(app, parts.log)
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // No `style` attributes: drawings say in data where their parts stand (`web/placed.ts`).
        styleSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        // The site is served over plain http on a laptop; https is the proxy's work.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: isHttps,
    // Browsers ignore it without TLS, and complain.
    crossOriginOpenerPolicy: isHttps && { policy: 'same-origin' },
    // Not `no-referrer`: browsers then send `Origin: null` with our own forms, and they are taken for foreign ones.
    referrerPolicy: { policy: 'same-origin' },
  })
  refuseAtEdge(app, parts.publicUrl)
  await app.register(apiPart(parts), { prefix: '/api/v1' })
  // Whatever the method: the site answers all else, and its pages are no answer to a program.
  app.all('/api/*', { schema: { hide: true } }, notFoundHandler)
  if (parts.site) {
    const { api, forms = api } = parts.limits ?? defaultLimits
    await app.register(mountSite(parts.site, { ...parts, forms }))
  }
  return app
}

function apiPart(parts: ServerParts): (app: FastifyInstance) => Promise<void> {
  const limits = parts.limits ?? defaultLimits
  return async (app) => {
    await app.register(rateLimit, {
      max: limits.api,
      timeWindow: '1 minute',
      // Known by then: this is asked of each route, after the hooks of the whole.
      keyGenerator: ({ actor, ip }) => countedAs(actor, ip),
      errorResponseBuilder: (_request, context) =>
        Object.assign(new Error(`At most ${context.max} requests a minute. Try again in ${context.after}.`), { statusCode: 429 }),
    })
    findActor(app, parts.modules, parts.publicUrl, parts.clock)
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Schakel',
          version: parts.version,
          description:
            'From a person to an ICT job: skills, vacancies, trainings, matches and plans. Every plan can be taken apart.',
          license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
        },
        servers: [{ url: parts.publicUrl ?? '/' }],
      },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    })
    apiEndpoints(app as unknown as Api, parts, limits.computing)
    app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  }
}
