import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Conflict } from '../platform/index.ts'
import type { CommandSurroundings } from './command-context.ts'

/**
 * A long answer, to a file or to standard output. A file appears under its name only when it is whole; one that had the name is replaced.
 * @returns the path of the file
 * @throws Conflict when it was asked to stop
 */
export async function writeAnswer(
  pieces: AsyncIterable<string>,
  file: string | undefined,
  { cwd, write, signal }: Pick<CommandSurroundings, 'cwd' | 'write' | 'signal'>,
): Promise<string | undefined> {
  if (file === undefined) {
    for await (const piece of pieces) {
      if (signal.aborted) throw new Conflict('Stopped before the end.')
      await write(piece)
    }
    return undefined
  }
  const path = resolve(cwd, file)
  const half = `${path}.${randomUUID()}.part`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(half, { flags: 'wx' }), { signal })
    await rename(half, path)
    return path
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}
