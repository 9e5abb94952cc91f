import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { type Log, systemClock } from '../platform/index.ts'
import type { CommandSurroundings } from './command-context.ts'
import { type CommandReply, type CommandRequest, requestSchema } from './command-messages.ts'
import type { OpenSchakel } from './open-schakel.ts'
import { reachOf } from './reach.ts'
import { runProgram } from './run-program.ts'

/**
 * Runs commands that were typed elsewhere, while this process holds the embedded database. Only the same user can reach the
 * socket: it lies in a folder that nobody else may enter.
 */
export async function listenForCommands(schakel: OpenSchakel, socketPath: string, log: Log): Promise<{ close(): Promise<void> }> {
  // Left behind by a process that was killed; the lock says that nobody listens there any more.
  if (process.platform !== 'win32') rmSync(socketPath, { force: true })
  const connections = new Set<Socket>()
  const server = createServer((connection) => {
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
    connection.on('error', () => connection.destroy())
    answer(schakel, connection).catch((error: unknown) => {
      log.error('a command could not be run', { reason: String(error) })
      connection.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socketPath, resolve)
  })
  if (process.platform !== 'win32') chmodSync(socketPath, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.destroy()
        server.close(() => resolve())
      }),
  }
}

async function answer(schakel: OpenSchakel, connection: Socket): Promise<void> {
  const request = await readRequest(connection)
  // Somebody who only looks whether we live says nothing.
  if (!request) return
  const say = (reply: CommandReply): boolean => !connection.writable || connection.write(`${JSON.stringify(reply)}\n`)
  const stopped = new AbortController()
  connection.on('close', () => stopped.abort())
  const surroundings: CommandSurroundings = {
    out: (line) => void say({ out: line }),
    async write(text) {
      if (!say({ text })) await drained(connection, stopped.signal)
    },
    err: (line) => void say({ err: line }),
    progress: (step) => void say({ progress: step }),
    signal: stopped.signal,
    cwd: request.cwd,
    language: request.language,
  }
  const exit = await runProgram(request.argv, reachOf(schakel, surroundings, systemClock), surroundings)
  say({ exit })
  connection.end()
}

/** Until the other side has read; or it hung up. */
function drained(connection: Socket, hungUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      connection.off('drain', done)
      hungUp.removeEventListener('abort', done)
      resolve()
    }
    if (hungUp.aborted) resolve()
    else {
      connection.on('drain', done)
      hungUp.addEventListener('abort', done)
    }
  })
}

async function readRequest(connection: Socket): Promise<CommandRequest | undefined> {
  return new Promise((resolve, reject) => {
    // Read by hand: iterating a socket destroys it at the end, and the answer has still to go out.
    let text = ''
    connection.setEncoding('utf8')
    connection.on('end', () => resolve(undefined))
    connection.on('error', reject)
    connection.on('data', (chunk) => {
      text += String(chunk)
      const end = text.indexOf('\n')
      if (end < 0) return
      try {
        resolve(requestSchema.parse(JSON.parse(text.slice(0, end))))
      } catch (error) {
        reject(error)
      }
    })
  })
}
