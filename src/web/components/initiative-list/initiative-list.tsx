import { Link } from 'react-router'
import type { InitiativeAudience, InitiativeKind } from '../../../modules/initiatives/index.ts'
import { pathTo } from '../../paths.ts'
import { listText } from '../../words/format.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

/** An initiative as lists show it. */
export interface ListedInitiative {
  readonly id: string
  readonly name: string
  readonly kind: InitiativeKind
  readonly what?: string | undefined
  readonly audiences: readonly InitiativeAudience[]
  /** Names of regions; left out: not known. */
  readonly regions?: readonly string[] | 'nationwide' | undefined
}

const mostNamed = 3

export function InitiativeList({ items }: { readonly items: readonly ListedInitiative[] }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  return (
    <ol className="jobs" aria-label={words.list}>
      {items.map(({ id, name, kind, what, audiences, regions }) => (
        <li key={id}>
          <div className="stack-2">
            <div className="row tight">
              <h2 className="h3s">
                <Link to={pathTo('initiative', language, { initiative: id })}>{name}</Link>
              </h2>
              <span className="tag t-flat">{words.kinds[kind]}</span>
              {kind === 'training' ? (
                <span className="tag t-shut">
                  <Icon name="question" />
                  {words.tagAsk}
                </span>
              ) : null}
            </div>
            {what ? <p>{what}</p> : null}
          </div>
          <dl className="small inilist">
            <div>
              <dt>{words.facets.audience}</dt>
              <dd>{listText(audiences.map((one) => words.audiences[one]).slice(0, 4), language)}</dd>
            </div>
            <div>
              <dt>{words.where}</dt>
              <dd>
                <Where regions={regions} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  )
}

/** Where an initiative works: the country, regions by name, or not known. */
export function Where({ regions, most = mostNamed }: { readonly regions: ListedInitiative['regions']; readonly most?: number }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  if (regions === undefined) return <span className="unk">{words.unknown}</span>
  if (regions === 'nationwide') return words.nationwide
  const rest = regions.length - most
  return listText(rest > 0 ? [...regions.slice(0, most), words.regionsMore(rest)] : regions, language)
}
