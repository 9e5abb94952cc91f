/** Of what outcomes are asked: apart from the endpoints, since pages use it too and must not bring their schemas along. Pure. */

export interface OutcomeRef {
  readonly kind: 'programme' | 'initiative'
  readonly id: string
}

/** So many are put side by side at most. */
export const mostCompared = 6

/** `programme:<id>` or `initiative:<id>`. */
export function readRef(text: string): OutcomeRef | undefined {
  const [kind, ...rest] = text.split(':')
  const id = rest.join(':')
  return (kind === 'programme' || kind === 'initiative') && id !== '' ? { kind, id } : undefined
}
