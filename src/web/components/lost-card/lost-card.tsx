import type { ReactNode } from 'react'
import { type ErrorKind, errorWords } from '../../words/errors.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'

/** Where the line stops for a moment, and where it ends for good. */
const icons: Partial<Record<ErrorKind, IconName>> = {
  failed: 'stop',
  closed: 'stop',
  tooMany: 'clock',
  busy: 'clock',
  offline: 'warning',
}

/** What a page says that is not there, or that does not work: what it is, and what to do now. */
export function LostCard({
  kind,
  reference,
  actions,
  level: Heading = 'h1',
}: {
  readonly kind: ErrorKind
  readonly reference?: string | undefined
  readonly actions: ReactNode
  readonly level?: 'h1' | 'h2'
}) {
  const words = errorWords[useLanguage()]
  const { eyebrow, title, text } = words.kinds[kind]
  const icon = icons[kind]
  return (
    <div className={`card card-ink lost lost-${kind}`}>
      <p className="eyebrow">
        {icon ? <Icon name={icon} /> : null} {eyebrow}
      </p>
      <div className="grid g2 midway">
        <div>
          <Heading>{title}</Heading>
          <p>{text}</p>
          {reference === undefined ? null : <p className="small">{words.reference(reference)}</p>}
          <p className="row">{actions}</p>
        </div>
        <div className="empty bareempty" aria-hidden="true">
          <div className="dead">
            <i className="o" />
            <i className="t" />
            <i className="x" />
            <i className="d" />
          </div>
        </div>
      </div>
    </div>
  )
}
