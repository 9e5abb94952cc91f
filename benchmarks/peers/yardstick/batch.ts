import { type Market, matchesEverywhere, type Person, viewOf } from '../../../src/engine/matching/index.ts'
import { ownCpuMs } from '../own-cpu.ts'
import { runsOf } from './sections.ts'
import type { WebAssemblyKernels } from './webassembly.ts'

const shown = 10
/** People who are asked by the one way before the other has its turn. */
const turn = 20
const hundredThousand = 100_000

/**
 * People one after the other in one thread, each once, worked out anew: by the engine, and by the engine up to the sweeps and WebAssembly
 * from there. The runs are made by the engine and not counted for WebAssembly, to its advantage; the reasons, of which a batch has no
 * need, are counted for the engine. In time of the processor, the collecting of garbage included.
 */
export function batchText(market: Market, kernels: WebAssemblyKernels | undefined, people: Iterable<Person>): string {
  const took = { engine: 0, webAssembly: 0 }
  let count = 0
  for (const some of inTurns(people)) {
    const runs = some.map((person) => runsOf(market, viewOf(market, person).states))
    const begun = ownCpuMs()
    for (const person of some) {
      matchesEverywhere(market, viewOf(market, person), shown)
    }
    const halfway = ownCpuMs()
    if (kernels) {
      for (const [at, person] of some.entries()) {
        kernels.put(viewOf(market, person), runs[at] as ReturnType<typeof runsOf>, shown)
        kernels.terms()
        kernels.sums()
        kernels.pick()
      }
    }
    took.engine += halfway - begun
    took.webAssembly += ownCpuMs() - halfway
    count += some.length
  }
  const told = (name: string, ms: number): string =>
    `${name} ${((count / ms) * 1000).toFixed(0)} people a second of the processor, so ${((hundredThousand / count) * (ms / 1000)).toFixed(0)} s for ${hundredThousand}`
  const parts = [told('engine', took.engine), ...(kernels ? [told('with WebAssembly', took.webAssembly)] : [])]
  const ratio = kernels ? ` (ratio ${(took.engine / took.webAssembly).toFixed(2)})` : ''
  return `A batch of ${count} people, the ${shown} best each, one thread: ${parts.join('; ')}${ratio}.`
}

function* inTurns(people: Iterable<Person>): Iterable<Person[]> {
  let some: Person[] = []
  for (const person of people) {
    if (some.push(person) < turn) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
