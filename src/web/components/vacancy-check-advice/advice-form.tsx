import type { ReactNode } from 'react'
import { Form } from 'react-router'

/** What the buttons act on: the draft of this browser, or a copy of a published vacancy (`from`). */
export interface ActsOn {
  readonly from?: string | undefined
}

/** A form that changes the text that is being written. */
export function AdviceForm({
  intent,
  itemKey,
  on: { from },
  children,
}: {
  readonly intent: 'accept' | 'acceptAll' | 'allow' | 'change' | 'generate' | 'undo' | 'remove'
  readonly itemKey?: string
  readonly on: ActsOn
  readonly children: ReactNode
}) {
  return (
    <Form method="post" action="?" encType="multipart/form-data">
      <input type="hidden" name="intent" value={intent} />
      {itemKey === undefined ? null : <input type="hidden" name="key" value={itemKey} />}
      {from === undefined ? null : <input type="hidden" name="from" value={from} />}
      {children}
    </Form>
  )
}
