import { Link } from 'react-router'
import type { VacancyAlert } from '../../modules/vacancy-alerts/index.ts'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { useLanguage } from '../words/use-words.ts'

export type ShownAlert = Omit<VacancyAlert, 'foundAt'> & { readonly foundOn: string }

/** New vacancies that a kept plan leads to as well; nothing while there are none. */
export function AlertsList({ alerts }: { readonly alerts: readonly ShownAlert[] }) {
  const language = useLanguage()
  const words = myDeskWords[language]
  if (alerts.length === 0) return null
  return (
    <section className="card" aria-labelledby="new-vacancies">
      <h3 id="new-vacancies">{words.alerts.title}</h3>
      <p className="note">{words.alerts.text}</p>
      <ul className="plain stack mt4">
        {alerts.map(({ vacancy, title, employer, plan, foundOn }) => (
          <li key={vacancy}>
            <Link to={pathTo('plan', language, { plan })}>{title}</Link>{' '}
            <span className="note">
              {words.plans.at(employer, undefined)}, {words.alerts.found(dateText(foundOn, language))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
