import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigation, useSubmit } from 'react-router'
import type { LimitName } from '../../trial.ts'

/** Between two places of one drag is less than this; longer would be felt as waiting. A first move, as one step by key, is asked at once. */
const restMs = 60
/** Whoever drags on sees answers all the same, this often. */
const longestWaitMs = 240

export type Moved = { readonly [name in LimitName]?: number }

/** The sliders while somebody moves them: where they stand, ahead of the answer. */
export interface Sliding {
  /** What was moved and is not answered yet. */
  readonly moved: Moved
  move(name: LimitName, to: number): void
  /** Something in the form changed: ask with what stands in it, soon. */
  ask(): void
}

/**
 * Sends the form a moment after each move. The router gives up on the answer before it, and the server then computes no further on that one;
 * until the new one comes the old answer stays.
 */
export function useSliding(form: RefObject<HTMLFormElement | null>): Sliding {
  const submit = useSubmit()
  const isResting = useNavigation().state === 'idle'
  const { key } = useLocation()
  const [moved, setMoved] = useState<Moved>({})
  const askedAt = useRef(Number.NEGATIVE_INFINITY)
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly since: number } | undefined>(undefined)

  const ask = (): void => {
    const now = performance.now()
    const isFirst = waiting.current === undefined && now - askedAt.current > longestWaitMs
    const since = waiting.current?.since ?? now
    clearTimeout(waiting.current?.timer)
    const send = (): void => {
      waiting.current = undefined
      askedAt.current = performance.now()
      if (form.current) submit(form.current, { replace: true, preventScrollReset: true })
    }
    // Even at once is a moment later: by then what was moved stands in the form.
    const wait = isFirst ? 0 : Math.max(0, Math.min(restMs, since + longestWaitMs - now))
    waiting.current = { timer: setTimeout(send, wait), since }
  }

  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  // Answered, or somewhere else: from here on the sliders show what the page was computed with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address may have come without a rest between.
  useEffect(() => {
    if (isResting && waiting.current === undefined) setMoved({})
  }, [isResting, key])

  return {
    moved,
    move(name, to) {
      setMoved((before) => ({ ...before, [name]: to }))
      ask()
    },
    ask,
  }
}
