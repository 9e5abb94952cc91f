import type { ReactNode } from 'react'

/** The line stops: what is missing, the one thing that stops it, and how it goes on. */
export function EmptyState({
  title,
  children,
  actions,
  level: Heading = 'h2',
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly level?: 'h2' | 'h3'
}) {
  return (
    <div className="empty">
      <div className="dead" aria-hidden="true">
        <i className="o" />
        <i className="t" />
        <i className="x" />
        <i className="d" />
        <i className="e" />
      </div>
      <Heading className="h3">{title}</Heading>
      {children}
      {actions ? <p className="row">{actions}</p> : null}
    </div>
  )
}
