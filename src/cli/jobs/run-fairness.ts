import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import type { FairnessReport } from '../../modules/fairness/index.ts'

const command = join(import.meta.dirname, '../schakel.ts')
const longestReason = 400

/**
 * The comparison of twins on a made-up world of this seed, in a process of its own that gives way to all others.
 * @returns counts of the report
 * @throws Error with the failures when the gate is not passed
 */
export async function runFairness(seed: string, signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const child = spawn(process.execPath, [command, 'fairness', '--json', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    // A world of its own: the record of this installation is none of its business.
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error' },
  })
  if (child.pid !== undefined) giveWay(child.pid)
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)]
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (status !== 0) throw new Error(`The fairness run "${seed}" failed: ${(await err).slice(-longestReason)}`)
  return countsOf(JSON.parse(await out) as FairnessReport)
}

function countsOf({ traits, proxies }: FairnessReport): Readonly<Record<string, number>> {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
  return {
    compared: sum([...traits.map(({ engine }) => engine.compared), ...proxies.map(({ fit }) => fit.compared)]),
    different: sum([...traits.map(({ engine }) => engine.different), ...proxies.map(({ fit }) => fit.different)]),
    cvs: sum(traits.map(({ cvs }) => cvs.pairs)),
  }
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // Not allowed here: then it runs as the others do.
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return text
}
