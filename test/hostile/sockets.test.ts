import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hangMs, judgeAnswer } from './judge-answer.ts'
import { rawRequests } from './raw-requests.ts'
import { isWell } from './run-requests.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'
import { firstAnswer, talk } from './talk.ts'

let served: ServedHostile
let port: number

beforeAll(async () => {
  served = await serveHostile()
  await served.app.listen({ port: 0, host: '127.0.0.1' })
  port = (served.app.server.address() as AddressInfo).port
})
afterAll(() => served?.close())
afterEach(async () => {
  expect(served.takeErrors()).toEqual([])
  expect(await isWell(served.app)).toBe(true)
})

describe('bytes that no client sends', () => {
  test.each(rawRequests)('$name', async ({ bytes, halfClose = false }) => {
    const said = await talk(port, bytes, { halfClose, patienceMs: hangMs })
    const answer = firstAnswer(said.bytes)
    // Whoever sent no request to its end may find the connection closed without a word, but not left open.
    if (!answer) expect(said).toEqual({ bytes: Buffer.alloc(0), closed: true })
    else expect(judgeAnswer('GET', '/', answer)).toEqual([])
  })

  test('an address that names another host changes nothing here', async () => {
    for (const target of ['//evil.example/nl', '/\\evil.example/nl', 'http://evil.example/nl']) {
      const said = await talk(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, {
        patienceMs: hangMs,
      })
      expect(firstAnswer(said.bytes)?.status, target).toBe(400)
    }
  })

  test('headers that are too long are refused as such', async () => {
    const said = await talk(port, `GET /nl HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(50_000)}\r\n\r\n`, {
      patienceMs: hangMs,
    })
    expect(firstAnswer(said.bytes)).toMatchObject({
      status: 431,
      headers: { 'content-type': expect.stringContaining('problem+json') },
    })
  })
})

describe('slow senders', () => {
  const slowHeads = [
    'GET /nl HTTP/1.1\r\nHost: localhost\r\nX-',
    'POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{',
    'POST /nl/profiel HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nintent=',
    'POST /nl/profiel/cv HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\n',
  ]

  test('a hundred of them keep nobody else waiting, and leave nothing behind when they go', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 100 }, (_, at) => opened(port, slowHeads[at % slowHeads.length] ?? '')),
    )
    expect(await isWell(served.app)).toBe(true)
    const said = await talk(port, 'GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', {
      patienceMs: hangMs,
    })
    expect(firstAnswer(said.bytes)?.status).toBe(200)
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 300))
  })

  test('those that never end are cut off', async () => {
    const { requestTimeout, headersTimeout } = served.app.server
    expect(requestTimeout).toBeGreaterThan(0)
    Object.assign(served.app.server, { requestTimeout: 300, headersTimeout: 300 })
    try {
      const said = await Promise.all(slowHeads.map((bytes) => talk(port, bytes, { patienceMs: 2 * hangMs })))
      expect(said.map(({ closed }) => closed)).toEqual(slowHeads.map(() => true))
    } finally {
      Object.assign(served.app.server, { requestTimeout, headersTimeout })
    }
  })
})

function opened(at: number, bytes: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: at, host: '127.0.0.1' }, () => {
      socket.write(bytes)
      resolve(socket)
    })
    socket.on('error', reject)
  })
}
