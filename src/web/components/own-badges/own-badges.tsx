import { Link } from 'react-router'
import type { OwnBadge } from '../../../modules/credentials/index.ts'
import { todayInAmsterdam } from '../../../platform/calendar.ts'
import { pathTo } from '../../paths.ts'
import { badgeWords } from '../../words/badges.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Badges that somebody got on this site, or that wait for their answer. The page gives it `badges.mine(actor)`. */
export function OwnBadges({ badges }: { readonly badges: readonly OwnBadge[] }) {
  const language = useLanguage()
  const words = badgeWords[language].own
  return (
    <section aria-labelledby="own-badges">
      <h2 id="own-badges" className="h3">
        {words.title}
      </h2>
      {badges.length === 0 ? <p className="mt4">{words.none}</p> : null}
      <ul className="find card mt4" hidden={badges.length === 0}>
        {badges.map(({ id, organisation, state, achievement, issuedAt, isPublic }) => (
          <li key={id}>
            <Link to={pathTo('credential', language, { badge: id })}>{achievement.title[language]}</Link>
            <p className="small">
              {[
                words.by(organisation.name),
                ...(issuedAt === undefined ? [] : [dateText(todayInAmsterdam(issuedAt), language)]),
                words.states[state],
                ...(state === 'accepted' ? [isPublic ? words.isPublic : words.notPublic] : []),
              ].join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
