import { networkOf } from '../modules/accounts/index.ts'
import type { Clock } from '../platform/index.ts'
import { createCounter } from './counter.ts'

const windowMs = 60_000
/** A program with a wrong key asks it again and again; somebody who guesses asks others. */
const most = { perKey: 20, perNetwork: 600 }

/**
 * Wrong keys, counted by the network that tries them and the key that they say they are: whoever tries a key of somebody else is refused before
 * its secret is hashed, and does not stop who has the right one elsewhere. A key that was right from a network goes on there, whatever others of
 * that network try.
 */
export interface WrongKeys {
  isTooMany(address: string, key: string): boolean
  count(address: string, key: string, isRight: boolean): void
}

export function createWrongKeys(clock: Clock): WrongKeys {
  const wrong = createCounter(clock, windowMs)
  const right = createCounter(clock, windowMs)
  return {
    isTooMany(address, key) {
      const [network, one] = namesOf(address, key)
      return wrong.count(one) >= most.perKey || (wrong.count(network) >= most.perNetwork && right.count(one) === 0)
    },
    count(address, key, isRight) {
      const [network, one] = namesOf(address, key)
      if (isRight) {
        right.add(one)
        return
      }
      wrong.add(one)
      wrong.add(network)
    },
  }
}

/** Of the key only what is no secret: `sk_<id>`. */
function namesOf(address: string, key: string): readonly [network: string, one: string] {
  const network = networkOf(address)
  return [network, `${network} ${/^sk_[0-9a-f-]{36}/.exec(key)?.[0] ?? ''}`]
}
