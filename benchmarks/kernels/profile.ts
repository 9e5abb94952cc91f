import { type Profiler, Session } from 'node:inspector/promises'
import { basename } from 'node:path'

const shown = 14

/** Runs the work under the sampling profiler: which functions the time itself was spent in, the most first. */
export async function selfTimes(work: () => void): Promise<string[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 1000 })
  await session.post('Profiler.start')
  work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return summary(profile)
}

function summary({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const spent = new Map<string, number>()
  let total = 0
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id)
    const name = frame?.functionName || '(unnamed)'
    const where = frame?.url ? `${name} (${basename(frame.url)}:${frame.lineNumber + 1})` : name
    const time = timeDeltas[at] ?? 0
    spent.set(where, (spent.get(where) ?? 0) + time)
    total += time
  }
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([where, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} %  ${where}`)
}
