import type { ReactNode } from 'react'

export interface BandFact {
  readonly name: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

/** Three to five facts under a heading. */
export function FactsBand({ facts }: { readonly facts: readonly BandFact[] }) {
  return (
    <dl className="band5">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A value we do not know: never zero, never empty. */
export function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className="unk">{children}</span>
}
