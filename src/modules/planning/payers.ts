import type { PriceLine } from '../../engine/planning/index.ts'
import type { Payer } from './views.ts'

/** The name of a scheme in the language of the view. */
export type PayerNames = (scheme: string) => string

/** Who pays what of a path, largest certain amounts first; what must be asked for comes last and is never counted. */
export function payersOf(lines: readonly PriceLine[], names: PayerNames): Payer[] {
  const sums = new Map<string, Payer>()
  const add = (who: string, euro: number, certainty: Payer['certainty']): void => {
    if (euro <= 0) return
    const key = `${certainty} ${who}`
    sums.set(key, { who, label: names(who), euro: (sums.get(key)?.euro ?? 0) + euro, certainty })
  }
  for (const line of lines) {
    add('you', line.ownEuro, 'sure')
    if (line.employerPays) add('employer', line.feeEuro + line.travelEuro, 'sure')
    for (const { scheme, euro } of line.funding) add(scheme, euro, 'can')
    for (const { scheme, euro } of line.toAsk) add(scheme, euro, 'ask')
  }
  const order = { sure: 0, can: 1, ask: 2 }
  return [...sums.values()].sort((a, b) => order[a.certainty] - order[b.certainty] || b.euro - a.euro || (a.who < b.who ? -1 : 1))
}
