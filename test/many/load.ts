/** Visitors, and a proxy as it stands before several servers: a request that one of them does not take goes to the next. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Running } from './processes.ts'

export interface Load {
  /** @returns how many requests were answered, and what went wrong for visitors */
  stop(): Promise<{ readonly answered: number; readonly failures: readonly string[] }>
}

const pages = ['/api/v1/health', '/nl', '/en/routes', '/api/v1/vacancies?limit=5']
const visitors = 2
const pauseMs = 100

/** Asks one page after the other, of all servers in turn. */
export function visit(servers: () => readonly Running[]): Load {
  let isOver = false
  let answered = 0
  let turn = 0
  const failures: string[] = []
  const visitor = async (): Promise<void> => {
    while (!isOver) {
      const page = pages[turn++ % pages.length] ?? '/'
      const failure = await askAny(servers(), turn, page)
      if (failure === undefined) answered++
      else failures.push(failure)
      await wait(pauseMs)
    }
  }
  const all = Promise.all(Array.from({ length: visitors }, visitor))
  return {
    async stop() {
      isOver = true
      await all
      return { answered, failures }
    },
  }
}

/** @returns what went wrong; undefined: it was answered */
async function askAny(servers: readonly Running[], turn: number, page: string): Promise<string | undefined> {
  let failure = 'no server is up'
  for (let tried = 0; tried < servers.length; tried++) {
    const server = servers[(turn + tried) % servers.length]
    if (!server || server.hasEnded()) continue
    try {
      const answer = await fetch(new URL(page, server.url), { redirect: 'manual', signal: AbortSignal.timeout(30_000) })
      await answer.arrayBuffer()
      if (answer.status < 500) return undefined
      failure = `${server.name} answered ${answer.status} on ${page}`
    } catch (error) {
      // It is not there, or went in the middle of the answer: nothing was changed by asking, so the next is asked.
      failure = `${server.name} did not answer ${page}: ${String((error as { cause?: unknown }).cause ?? error)}`
    }
  }
  return failure
}
