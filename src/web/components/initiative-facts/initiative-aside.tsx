import type { InitiativeView } from '../../search/initiative-view.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { useLanguage } from '../../words/use-words.ts'
import { aboutText, FactMark, MarkKey } from '../fact-mark/fact-mark.tsx'
import { Where } from '../initiative-list/initiative-list.tsx'

/** Beside the facts: where it works in full, what to read on, what the marks mean, and what to do when something is wrong. */
export function InitiativeAside({ initiative: { id, links, planNames, regions } }: { readonly initiative: InitiativeView }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  return (
    <aside className="stack-5">
      <section className="card card-ink" aria-labelledby="sure">
        <h2 id="sure" className="h3">
          {words.sure}
        </h2>
        <p className="small">{words.sureLead}</p>
        <MarkKey />
      </section>
      <section className="card" aria-labelledby="where">
        <h2 id="where" className="h3">
          {words.where}
        </h2>
        <p>
          <Where regions={regions.value} most={35} />
        </p>
        <FactMark mark={regions.mark} />
      </section>
      {links.length > 0 ? (
        <section className="card" aria-labelledby="links">
          <h2 id="links" className="h3">
            {words.links}
          </h2>
          <ul className="plain stack-2 small">
            {links.map(({ title, url, language: of, published, seenOn }) => (
              <li key={url}>
                <a href={url} hrefLang={of}>
                  {title}
                </a>{' '}
                <span className="note">
                  {published ? words.linkDate(aboutText(published, language)) : words.linkSeen(aboutText(seenOn, language))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {planNames.length > 0 ? (
        <section className="card" aria-labelledby="plan">
          <h2 id="plan" className="h3">
            {words.planNames}
          </h2>
          <ul className="plain stack-2 small" lang="nl">
            {planNames.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="card" aria-labelledby="wrong">
        <h2 id="wrong" className="h3">
          {words.wrong}
        </h2>
        <p className="small">{words.wrongText}</p>
        <p className="small">
          <a href={`/api/v1/initiatives/${id}`}>{words.apiText}</a>
        </p>
      </section>
    </aside>
  )
}
