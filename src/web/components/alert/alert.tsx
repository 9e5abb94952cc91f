import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon.tsx'

const icons: Record<'info' | 'ok' | 'warn' | 'error', IconName> = {
  info: 'question',
  ok: 'check',
  warn: 'warning',
  error: 'stop',
}

/** A message. An error is announced at once, the others when there is time. */
export function Alert({
  kind,
  title,
  children,
  isNew = false,
}: {
  readonly kind: keyof typeof icons
  readonly title: string
  readonly children?: ReactNode
  /** It came up after something the person did: then it is announced. */
  readonly isNew?: boolean
}) {
  return (
    <div className={`alert a-${kind}`} role={isNew ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[kind]} />
      <div>
        <p className="alert-t">
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  )
}
