import { type RefObject, useEffect, useState } from 'react'
import { useLocation, useNavigation } from 'react-router'
import type { StepView } from '../modules/planning/index.ts'
import { stepsPath } from './paths.ts'
import { useLanguage } from './words/use-words.ts'

/** So long nothing moves before steps are asked: they take the engine longer than an answer, and whoever still slides wants the next answer first. */
const restMs = 500

/**
 * What the next step of each slider opens; undefined while that is not known. Asked once the page rests and `seen` can be seen; the former
 * question is left when something moves. An answer that does not come leaves the page as it is.
 *
 * @param goal as in the query of plans; `all` counts over all vacancies
 */
export function useSteps(seen: RefObject<HTMLElement | null>, isOpen: boolean, goal?: string): readonly StepView[] | undefined {
  const language = useLanguage()
  const { search } = useLocation()
  const isResting = useNavigation().state === 'idle'
  const query = new URLSearchParams(search)
  if (goal !== undefined) query.set('goal', goal)
  const address = `${stepsPath(language)}?${query}`
  const [known, setKnown] = useState<{ readonly address: string; readonly steps: readonly StepView[] }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isOpen` tells that `seen` may have come into sight.
  useEffect(() => {
    if (!isResting) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      // On a phone the sliders are folded away until somebody opens them.
      if (seen.current?.checkVisibility?.() === false) return
      const steps = await load(address, leaving.signal)
      if (steps) setKnown({ address, steps })
    }, restMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [address, isResting, isOpen, seen])
  return known?.address === address ? known.steps : undefined
}

async function load(address: string, signal: AbortSignal): Promise<readonly StepView[] | undefined> {
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as readonly StepView[]) : undefined
  } catch {
    return undefined
  }
}
