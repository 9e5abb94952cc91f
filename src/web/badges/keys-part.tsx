import { Form } from 'react-router'
import type { KeyAlgorithm } from '../../modules/credentials/index.ts'
import { Field } from '../organisation/field.tsx'
import { badgeWords } from '../words/badges.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { BadgeWrong } from './badge-action.ts'

interface KeyShown {
  /** The public key, as a multikey. */
  readonly id: string
  readonly madeOn: string
  readonly algorithm: KeyAlgorithm
  readonly signedUntil?: string
  readonly lostFrom?: string
}

/** The keys of an organisation, for its owner. */
export function KeysPart({
  keys,
  did,
  wrong,
}: {
  readonly keys: readonly KeyShown[]
  readonly did: string
  readonly wrong: BadgeWrong | undefined
}) {
  const words = badgeWords[useLanguage()].desk.keys
  return (
    <section aria-labelledby="keys">
      <h2 id="keys" className="h3">
        {words.title}
      </h2>
      <p className="mt4">{words.text}</p>
      <p className="breaks">
        {words.did}: <code>{did}</code>
      </p>
      {keys.length === 0 ? <p>{words.none}</p> : null}
      <ul className="plain stack-3 mt4">
        {keys.map((key) => (
          <KeyCard key={key.id} of={key} wrong={wrong} />
        ))}
      </ul>
      <RotateForm now={keys.find(({ signedUntil }) => signedUntil === undefined)?.algorithm} />
    </section>
  )
}

/** A new key takes over; how it signs is chosen, and stays as it was where nothing is chosen. */
function RotateForm({ now }: { readonly now: KeyAlgorithm | undefined }) {
  const words = badgeWords[useLanguage()].desk.keys
  return (
    <Form method="post" className="card mt4 stack-4">
      <input type="hidden" name="intent" value="rotate" />
      <fieldset className="plainset">
        <legend className="label">{words.algorithm}</legend>
        {(Object.keys(words.algorithms) as KeyAlgorithm[]).map((algorithm) => (
          <label className="check" key={algorithm}>
            <input type="radio" name="algorithm" value={algorithm} defaultChecked={algorithm === (now ?? 'EdDSA')} />
            <span>{words.algorithms[algorithm]}</span>
          </label>
        ))}
      </fieldset>
      <p className="small bare">{words.rotateHint}</p>
      <button className="btn btn-2" type="submit">
        {now === undefined ? words.make : words.rotate}
      </button>
    </Form>
  )
}

function KeyCard({
  of: { id, madeOn, algorithm, signedUntil, lostFrom },
  wrong,
}: {
  readonly of: KeyShown
  readonly wrong: BadgeWrong | undefined
}) {
  const language = useLanguage()
  const all = badgeWords[language]
  const words = all.desk.keys
  const day = (date: string): string => dateText(date, language)
  const isThis = wrong?.intent === 'lose' && wrong.given.key === id
  return (
    <li className="card">
      <p className="bare breaks">
        <code>{id}</code>
      </p>
      <p className="small bare">
        {words.kinds[algorithm]}
        {'. '}
        {signedUntil === undefined ? `${words.signs}, ${words.since(day(madeOn))}` : words.signed(day(madeOn), day(signedUntil))}
      </p>
      {lostFrom === undefined ? (
        <details className="mt4" open={isThis}>
          <summary>
            {words.lose}
            <span className="vh"> {words.key(id.slice(-6))}</span>
          </summary>
          <Form method="post" className="stack-4 mt4 narrow" noValidate>
            <input type="hidden" name="intent" value="lose" />
            <input type="hidden" name="key" value={id} />
            <Field
              name="from"
              id={`from-${id}`}
              label={words.from}
              hint={words.fromHint}
              value={isThis ? (wrong.given.from ?? '') : ''}
              error={isThis ? all.wrong.from : undefined}
            />
            <button className="btn btn-d btn-s" type="submit">
              {words.lose}
              <span className="vh"> {words.key(id.slice(-6))}</span>
            </button>
          </Form>
        </details>
      ) : (
        <p className="bare">{words.lost(day(lostFrom))}</p>
      )}
    </li>
  )
}
