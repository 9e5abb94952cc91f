import type { ReactNode } from 'react'
import { Alert } from '../components/alert/alert.tsx'

interface Told {
  readonly title: string
  readonly children?: ReactNode
}

/** Above a page: why what the person just asked for was not done. */
export function ToldWrong({ title, children }: Told) {
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
    <div tabIndex={-1} autoFocus className="mb5">
      <Alert kind="error" title={title} isNew>
        {children}
      </Alert>
    </div>
  )
}

/** Above a page: what was done. */
export function ToldDone({ title, children }: Told) {
  return (
    <div className="mb5">
      <Alert kind="ok" title={title} isNew>
        {children}
      </Alert>
    </div>
  )
}
