import { connect } from 'node:net'
import { Conflict, type LockOwner } from '../platform/index.ts'
import type { CommandSurroundings } from './command-context.ts'
import { type CommandRequest, linesOf, replySchema } from './command-messages.ts'
import { exitCodes } from './exit-codes.ts'

/** Has the process that holds the embedded database run a command, and shows what it answers. @returns the exit code. */
export async function forwardCommand(
  owner: LockOwner,
  request: CommandRequest,
  { out, write, err, progress, signal }: CommandSurroundings,
): Promise<number> {
  const connection = connect(owner.socket)
  // Ctrl-C hangs up, and the server stops the work.
  signal.addEventListener('abort', () => connection.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('connect', resolve).once('error', reject)
    })
  } catch {
    // A command that holds the data listens to nobody; a server that starts or stops does not listen yet or any more.
    throw new Conflict(`Process ${owner.pid} uses the embedded database and takes no commands now. Try again when it is done.`)
  }
  connection.write(`${JSON.stringify(request)}\n`)
  try {
    for await (const line of linesOf(connection)) {
      const reply = replySchema.parse(JSON.parse(line))
      if ('out' in reply) out(reply.out)
      // Waited for: as long as nobody reads what we write, the server is not read either, and it waits too.
      else if ('text' in reply) await write(reply.text)
      else if ('err' in reply) err(reply.err)
      else if ('progress' in reply) progress({ what: reply.progress.what, done: reply.progress.done, ...totalOf(reply.progress) })
      else return reply.exit
    }
  } catch (error) {
    if (!signal.aborted) err(String(error))
  }
  err(signal.aborted ? 'Stopped.' : 'The server stopped while it ran this command. Nothing half was kept; try again.')
  return exitCodes.failed
}

const totalOf = ({ total }: { total?: number | undefined }) => (total === undefined ? {} : { total })
