import type { ReactNode } from 'react'
import { introductionsWords } from '../../words/introductions.ts'
import { useLanguage } from '../../words/use-words.ts'

const radius = 27
const round = 2 * Math.PI * radius

/** How long there is to answer: a ring with the working days that are left, and the same in words. On the last day the ring is of dashes. */
export function ReplyClock({
  left,
  of,
  heading: Heading = 'p',
  id,
  children,
}: {
  /** Working days from today to the last day to answer; negative when that is over. */
  readonly left: number
  readonly of: number
  readonly heading?: 'h2' | 'h3' | 'p'
  readonly id?: string
  readonly children?: ReactNode
}) {
  const language = useLanguage()
  const isLate = left <= 1
  const share = Math.min(1, Math.max(0, left / Math.max(1, of)))
  return (
    <div className="reply-clock">
      <span className={isLate ? 'clock late' : 'clock'} aria-hidden="true">
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <circle className="bg" cx="32" cy="32" r={radius} />
          <circle
            className="fg"
            cx="32"
            cy="32"
            r={radius}
            strokeDasharray={isLate ? undefined : `${(share * round).toFixed(1)} ${round.toFixed(1)}`}
          />
        </svg>
        <b>{Math.max(0, left)}</b>
      </span>
      <div>
        <Heading id={id} className="h3 bare">
          {introductionsWords[language].left(left)}
        </Heading>
        {children}
      </div>
    </div>
  )
}
