import { Link, useLocation } from 'react-router'
import type { OrganisationKind, Role } from '../../../modules/permissions/index.ts'
import { type Page, pathTo } from '../../paths.ts'
import { orgNavWords } from '../../words/org-nav.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

export interface OrgNavOf {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  /** Of who looks. */
  readonly roles: readonly Role[]
}

type OrgPage = keyof (typeof orgNavWords)['nl']['nav'] & Page

/** The pages of an organisation for its members. A page that a role may not open is not offered. */
function pagesFor({ kind, roles }: OrgNavOf): readonly OrgPage[] {
  const isOwner = roles.includes('owner')
  const mayOnboard = (kind === 'region' || kind === 'branch') && (isOwner || roles.includes('coordinator'))
  const mayBadge =
    (kind === 'educator' || kind === 'school' || kind === 'employer') &&
    (['owner', 'assessor', 'studyCoach', 'coordinator', 'practiceSupervisor'] as const).some((role) => roles.includes(role))
  const mayTeach =
    (kind === 'educator' || kind === 'school') &&
    (['owner', 'studyCoach', 'coordinator', 'assessor'] as const).some((role) => roles.includes(role))
  const mayGuide = (['owner', 'practiceSupervisor', 'studyCoach', 'assessor', 'coordinator'] as const).some((role) =>
    roles.includes(role),
  )
  const mayChoose =
    (kind === 'region' || kind === 'branch') &&
    (['owner', 'coordinator', 'analyst'] as const).some((role) => roles.includes(role))
  const mayCohorts =
    (kind === 'educator' || kind === 'school' || kind === 'region') &&
    (['owner', 'studyCoach', 'coordinator'] as const).some((role) => roles.includes(role))
  const mayHandOver =
    (kind === 'region' || kind === 'branch' || kind === 'educator' || kind === 'school') &&
    (isOwner || roles.includes('coordinator'))
  return [
    'desk',
    ...(mayTeach ? (['teaching'] as const) : []),
    ...(mayTeach && !(roles.length === 1 && roles[0] === 'assessor') ? (['teachingOutcomes'] as const) : []),
    ...(mayHandOver ? (['kitDesk'] as const) : []),
    ...(roles.includes('adviser') ? (['adviser'] as const) : []),
    ...(isOwner || roles.includes('coordinator') || roles.includes('adviser') ? (['riskCases'] as const) : []),
    'orgDetails',
    'orgPeople',
    ...(isOwner || roles.includes('coordinator') ? (['trainingRegister'] as const) : []),
    ...(isOwner ? (['orgKeys'] as const) : []),
    ...(mayOnboard ? (['orgOnboarding'] as const) : []),
    ...(mayBadge ? (['badges'] as const) : []),
    ...(mayCohorts ? (['cohorts'] as const) : []),
    ...(mayGuide ? (['guides'] as const) : []),
    ...(mayChoose ? (['chooseCohorts'] as const) : []),
  ]
}

/** Above every page of an organisation for its members: where one is, and the other pages. */
export function OrgNav({ organisation }: { readonly organisation: OrgNavOf }) {
  const language = useLanguage()
  const words = orgNavWords[language]
  const { pathname } = useLocation()
  const params = { organisation: organisation.id }
  return (
    <div className="org-nav">
      <Link className="crumb" to={pathTo('organisation', language, params)}>
        <Icon name="left" />
        {organisation.name}
      </Link>
      <nav aria-label={words.navLabel(organisation.name)}>
        <ul className="plain linkrow">
          {pagesFor(organisation).map((page) => {
            const path = pathTo(page, language, params)
            return (
              <li key={page}>
                <Link to={path} aria-current={pathname === path ? 'page' : undefined}>
                  {words.nav[page]}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
    </div>
  )
}
