import { Form } from 'react-router'
import type { BadgeView } from '../../modules/credentials/index.ts'
import { badgeWords } from '../words/badges.ts'
import { useLanguage } from '../words/use-words.ts'

/** What the holder decides: whether they want it, who sees it, and that it goes. */
export function HolderPart({ of }: { readonly of: BadgeView }) {
  return of.state === 'accepted' ? <Held of={of} /> : <Answer of={of} />
}

function Answer({ of: { state, issuer } }: { readonly of: BadgeView }) {
  const words = badgeWords[useLanguage()].holder
  return (
    <section className="card card-ink stack-4" aria-labelledby="answer">
      <h2 id="answer" className="h3">
        {state === 'offered' ? words.offered(issuer.name) : words.waiting(issuer.name)}
      </h2>
      <p>{state === 'offered' ? words.offeredText : words.waitingText}</p>
      <Form method="post" className="stack-4">
        <input type="hidden" name="intent" value="accept" />
        <Tick name="isPublic" label={words.isPublic} hint={words.isPublicHint} isOn={false} />
        <button className="btn" type="submit">
          {words.accept}
        </button>
      </Form>
      <Form method="post">
        <input type="hidden" name="intent" value="remove" />
        <button className="btn btn-2" type="submit">
          {words.decline}
        </button>
      </Form>
    </section>
  )
}

function Held({ of: { isPublic, showsName } }: { readonly of: BadgeView }) {
  const words = badgeWords[useLanguage()].holder
  return (
    <section className="card card-ink stack-4" aria-labelledby="yours">
      <h2 id="yours" className="h3">
        {words.title}
      </h2>
      <p>{isPublic ? words.seen.yes : words.seen.no}</p>
      <Form method="post" className="stack-4">
        <input type="hidden" name="intent" value="show" />
        <Tick name="isPublic" label={words.isPublic} hint={words.isPublicHint} isOn={isPublic} />
        <Tick name="showsName" label={words.showsName} isOn={showsName} />
        <button className="btn btn-s" type="submit">
          {words.save}
        </button>
      </Form>
      <details>
        <summary>{words.remove}</summary>
        <p className="mt4">{words.removeText}</p>
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="remove" />
          <button className="btn btn-d btn-s" type="submit">
            {words.removeButton}
          </button>
        </Form>
      </details>
    </section>
  )
}

function Tick({
  name,
  label,
  hint,
  isOn,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
}) {
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={isOn}
          aria-describedby={hint === undefined ? undefined : `${name}-h`}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-h`}>
          {hint}
        </p>
      )}
    </div>
  )
}
