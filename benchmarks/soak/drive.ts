import { Agent, request } from 'node:http'
import type { Call } from './calls.ts'

export interface Outcome {
  readonly name: string
  /** From the moment it was due until its last byte, in milliseconds. */
  readonly ms: number
  /** HTTP status; 0: no whole answer came. */
  readonly status: number
}

export interface Drive {
  /** On this machine. */
  readonly url: string
  readonly call: (number: number) => Call
  /** Requests a second. */
  readonly rate: number
  readonly seconds: number
  readonly done: (outcome: Outcome) => void
}

/** After so long nobody waits for an answer: counted as failed. */
const patienceMs = 30_000

/**
 * Sends requests at even times, an open loop: one that is late holds up none after it. Where the sender itself is late (it shares the machine)
 * it sends what is due at once, and the delay counts. Resolves when every answer came or was given up.
 */
export async function drive({ url, call, rate, seconds, done }: Drive): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  const everyMs = 1000 / rate
  const count = Math.round(rate * seconds)
  const answers: Promise<void>[] = []
  const began = performance.now()
  for (let number = 0; number < count; number++) {
    const due = began + number * everyMs
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    answers.push(send(agent, url, call(number), due).then(done))
  }
  await Promise.all(answers)
  agent.destroy()
}

function send(agent: Agent, url: string, call: Call, due: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (status: number): void => resolve({ name: call.name, ms: performance.now() - due, status })
    const { method, headers, body } = call
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(
      new URL(call.path, url),
      { agent, method, headers: { ...headers, ...length }, timeout: patienceMs },
      (answer) => {
        answer.resume()
        answer.once('end', () => end(answer.statusCode ?? 0))
        answer.once('error', () => end(0))
      },
    )
    sent.once('timeout', () => sent.destroy(new Error('nobody waits so long')))
    sent.once('error', () => end(0))
    sent.end(body)
  })
}
