import { Link } from 'react-router'
import type { Seen } from '../../../modules/decision-log/index.ts'
import { todayInAmsterdam } from '../../../platform/calendar.ts'
import { pathTo } from '../../paths.ts'
import { dateText, listText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { whoSawWords } from '../../words/who-saw.ts'

/** Who saw what of the person who asks: a row for each time, newest first. The page gives it `decisionLog.seenOf(actor)`. */
export function WhoSaw({ seen }: { readonly seen: readonly Seen[] }) {
  const language = useLanguage()
  const words = whoSawWords[language]
  return (
    <section aria-labelledby="who-saw">
      <h2 id="who-saw" className="h3">
        {words.title}
      </h2>
      <p className="mt4">{words.lead}</p>
      {seen.length === 0 ? <p className="mt4">{words.none}</p> : null}
      <ul className="plain stack mt4">
        {seen.map(({ entry, at, what, organisation, role, kinds, why }) => (
          <li className="card" key={entry}>
            <p className="bare">
              <strong>{words.by(organisation?.name ?? words.goneOrganisation, role && words.roles[role])}</strong>{' '}
              {words.what[what]}
            </p>
            <p className="small bare">
              {dateText(todayInAmsterdam(at), language)}. {words.saw}{' '}
              {listText(
                kinds.map((kind) => words.kinds[kind]),
                language,
              )}
              .
            </p>
            {why.vacancy ? (
              <p className="small bare">
                <Link to={pathTo('vacancy', language, { vacancy: why.vacancy })}>{words.toVacancy}</Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
