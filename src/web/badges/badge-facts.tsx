import type { ReactNode } from 'react'
import type { BadgeView } from '../../modules/credentials/index.ts'
import { todayInAmsterdam } from '../../platform/calendar.ts'
import { badgeWords } from '../words/badges.ts'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** What a badge says: from whom, about what, since when, what for. */
export function BadgeFacts({ of }: { readonly of: BadgeView }) {
  const language = useLanguage()
  const all = badgeWords[language]
  const words = all.facts
  const { issuer, kind, achievement, issuedAt, validUntil, holderName } = of
  const { credits, criteria, alignments, evidence } = achievement
  const day = (moment: number): string => dateText(todayInAmsterdam(moment), language)
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="h3">
        {words.title}
      </h2>
      <dl className="dl card mt4">
        <Fact name={words.issuer}>{issuer.name}</Fact>
        <Fact name={words.kind}>{all.kinds[kind]}</Fact>
        {issuedAt === undefined ? null : <Fact name={words.holder}>{holderName ?? words.noName}</Fact>}
        {issuedAt === undefined ? null : <Fact name={words.issuedOn}>{day(issuedAt)}</Fact>}
        <Fact name={words.validUntil}>{validUntil === undefined ? words.noEnd : day(validUntil)}</Fact>
        {credits === undefined ? null : <Fact name={words.credits}>{numberText(credits, language)}</Fact>}
        <Fact name={words.criteria}>{criteria[language]}</Fact>
        {alignments.length === 0 ? null : (
          <Fact name={words.alignments}>
            <ul className="plain">
              {alignments.map(({ framework, name, url, code }) => (
                <li key={`${framework} ${url} ${code}`}>
                  {framework}: {url.startsWith('http') ? <a href={url}>{name}</a> : name}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {evidence.length === 0 ? null : (
          <Fact name={words.evidence}>
            <ul className="plain">
              {evidence.map(({ description, hash }) => (
                <li key={description}>
                  {description}
                  {hash === undefined ? null : (
                    <span className="note breaks">
                      {' '}
                      ({words.hash}: <code>{hash}</code>)
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  )
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="breaks">{children}</dd>
    </div>
  )
}
