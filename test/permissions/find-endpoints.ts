import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Action } from '../../src/modules/permissions/index.ts'

/** An endpoint as Fastify itself has it. */
export interface EndpointFound {
  /** 'GET /api/v1/vacancies'. */
  readonly name: string
  readonly method: string
  readonly url: string
  /** The action of the permission table; undefined: none was declared. */
  readonly action: Action | undefined
}

const channel = 'fastify.initialization'

/** Takes down every route that a server gets which is made before `stop`: Fastify's own list, whatever a module forgot to tell. */
export function watchEndpoints(): { stop(): EndpointFound[] } {
  const found: EndpointFound[] = []
  const onServer = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: FastifyInstance }
    fastify.addHook('onRoute', (route: RouteOptions) => {
      if (!route.url.startsWith('/api/v1/')) return
      for (const method of [route.method].flat()) {
        if (method === 'HEAD' || method === 'OPTIONS') continue
        found.push({ name: `${method} ${route.url}`, method, url: route.url, action: route.config?.action })
      }
    })
  }
  subscribe(channel, onServer)
  return {
    stop() {
      unsubscribe(channel, onServer)
      return found
    },
  }
}
