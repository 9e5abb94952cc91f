import type { ReactNode } from 'react'
import { useNavigation } from 'react-router'
import { useRested } from '../../use-rested.ts'

/**
 * What a page answers. While the next answer is computed this one stays, marked as busy; the new one is said once, when all rests.
 *
 * @param said the answer in a few words
 */
export function Answer({ said, children }: { readonly said: string; readonly children: ReactNode }) {
  const isBusy = useNavigation().state === 'loading'
  const rested = useRested(said)
  return (
    <>
      <div role="status" className="vh">
        {rested}
      </div>
      <div className={isBusy ? 'busy' : undefined} aria-busy={isBusy}>
        {children}
      </div>
    </>
  )
}
