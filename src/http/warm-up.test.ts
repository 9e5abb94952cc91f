import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Modules } from '../modules/index.ts'
import { warmUp } from './warm-up.ts'

let app: FastifyInstance
let opened: string[]
let asked: string[]
let warned: string[]
/** What the planner does with a question. */
let answer: (signal: AbortSignal | undefined) => Promise<void>

const log = { debug() {}, info() {}, warn: (message: string) => void warned.push(message), error() {} }

beforeEach(() => {
  opened = []
  asked = []
  warned = []
  answer = async () => {}
  app = Fastify()
  app.get('/*', async ({ url, host }) => {
    opened.push(`${host}${url}`)
    return ''
  })
})
afterEach(() => app.close())

const question = (kind: string) => async (of: { readonly signal?: AbortSignal }) => {
  asked.push(kind)
  await answer(of.signal)
}
const modules = {
  demo: { profiles: async () => [{ profile: {} }] },
  planning: { plans: question('plans'), doors: question('doors') },
} as unknown as Modules

test('pages are opened as visitors do, and plans asked, before anybody comes', async () => {
  await warmUp(app, { modules, log, pages: ['/nl', '/en'], publicUrl: 'https://schakel.example' })
  expect(opened).toEqual(['/nl', '/en', '/nl', '/en'].map((path) => `schakel.example${path}`))
  expect(asked).toEqual(['plans', 'doors', 'plans', 'doors'])
  expect(warned).toEqual([])
})

test('it ends in time, whether or not the engines answer, and leaves nothing asked', async () => {
  let left = false
  answer = (signal) =>
    new Promise((_, reject) =>
      signal?.addEventListener('abort', () => {
        left = true
        reject(new Error('left'))
      }),
    )
  await warmUp(app, { modules, log, pages: [], milliseconds: 20 })
  expect(asked).toEqual(['plans'])
  expect(left).toBe(true)
  expect(warned).toEqual([])
})

test('what fails is told and stops nothing', async () => {
  answer = () => Promise.reject(new Error('no plans'))
  await warmUp(app, { modules, log, pages: ['/nl'] })
  expect(warned).toEqual(['not everything could be tried before the first visitor'])
})
