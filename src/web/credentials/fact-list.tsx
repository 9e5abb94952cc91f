import { credentialWords } from '../words/credentials.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ShownFacts } from './shown-facts.ts'

/** What a credential says: about what, by whom, from when until when. All of it is text of somebody else. */
export function FactList({ facts }: { readonly facts: ShownFacts }) {
  const language = useLanguage()
  const words = credentialWords[language].facts
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts" className="h3 breaks">
        {facts.title}
      </h2>
      {facts.description === '' ? null : <p className="breaks">{facts.description}</p>}
      <dl className="dl mt4">
        <div>
          <dt>{words.issuer}</dt>
          <dd className="breaks">{facts.issuerName}</dd>
        </div>
        {facts.issuedOn === undefined ? null : (
          <div>
            <dt>{words.issued}</dt>
            <dd>{dateText(facts.issuedOn, language)}</dd>
          </div>
        )}
        <div>
          <dt>{words.until}</dt>
          <dd>{facts.until === undefined ? words.noEnd : dateText(facts.until, language)}</dd>
        </div>
      </dl>
    </section>
  )
}
