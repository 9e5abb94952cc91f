/** Sends made requests one by one, judges each answer, and looks whether the server still stands. */
import type { FastifyInstance } from 'fastify'
import { diceOf } from '../../benchmarks/dice.ts'
import type { Fault, HostileRequest, MakeRequest } from './hostile-case.ts'
import { type Answer, hangMs, judgeAnswer } from './judge-answer.ts'

export interface Served {
  readonly app: FastifyInstance
  takeErrors(): string[]
}

export async function runRequest(
  { app, takeErrors }: Served,
  family: string,
  seed: number,
  make: MakeRequest,
): Promise<Fault | undefined> {
  const request = make(diceOf(seed))
  const faults = await faultsOf(app, request)
  faults.push(...takeErrors().map((error) => `was logged as an error: ${error.slice(0, 1_500)}`))
  return faults.length === 0 ? undefined : { family, seed, what: describe(request), faults }
}

async function faultsOf(app: FastifyInstance, request: HostileRequest): Promise<string[]> {
  try {
    const answer = await withinTime(send(app, request))
    return answer === 'hang' ? [`no answer within ${hangMs / 1000} seconds`] : judgeAnswer(request.method, request.url, answer)
  } catch (error) {
    return [`the request failed: ${error instanceof Error ? error.stack : String(error)}`]
  }
}

async function send(app: FastifyInstance, { method, url, headers = {}, body }: HostileRequest): Promise<Answer> {
  const answer = await app.inject({ method, url, headers: { ...headers }, ...(body === undefined ? {} : { payload: body }) })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body }
}

/** Whether the server still answers as it should. */
export async function isWell(app: FastifyInstance): Promise<boolean> {
  const answer = await withinTime(send(app, { method: 'GET', url: '/api/v1/health' }))
  return answer !== 'hang' && answer.status === 200
}

async function withinTime<T>(work: Promise<T>): Promise<T | 'hang'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'hang'>((resolve) => {
    timer = setTimeout(() => resolve('hang'), hangMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function describe({ method, url, headers, body }: HostileRequest): string {
  const sent = body === undefined ? '' : ` ${JSON.stringify(String(body)).slice(0, 400)}`
  return `${method} ${url.slice(0, 300)} ${JSON.stringify(headers ?? {}).slice(0, 300)}${sent}`
}
