import type { Dice } from '../../benchmarks/dice.ts'

/** One request that means no good. */
export interface HostileRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Makes the request of a seed: the same seed always gives the same request. */
export type MakeRequest = (dice: Dice) => HostileRequest

/** Something that did not go as it must, with what is needed to see it again. */
export interface Fault {
  readonly family: string
  readonly seed: number
  readonly what: string
  readonly faults: readonly string[]
}

export function tell({ family, seed, what, faults }: Fault): string {
  return `${family} ${seed}: ${what}\n    ${faults.join('\n    ')}\n    again: npm run hostile -- --family ${family} --seed ${seed} --cases 1`
}
