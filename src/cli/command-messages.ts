/** What a command and the server that runs it say to each other: one JSON value per line. */
import type { Readable } from 'node:stream'
import { z } from 'zod'

const mostCharacters = 64_000_000

/** What was typed, and where. */
export const requestSchema = z.object({
  argv: z.array(z.string()).max(1000),
  cwd: z.string(),
  language: z.enum(['nl', 'en']),
})
export type CommandRequest = z.infer<typeof requestSchema>

export const replySchema = z.union([
  z.object({ out: z.string() }),
  z.object({ text: z.string() }),
  z.object({ err: z.string() }),
  z.object({ progress: z.object({ what: z.string(), done: z.number(), total: z.number().optional() }) }),
  z.object({ exit: z.number().int() }),
])
export type CommandReply = z.infer<typeof replySchema>

/** The lines of a stream; one that has no end is an error. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > mostCharacters) throw new Error('A line has no end.')
    yield* lines
  }
}
