import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ProgrammeName } from '../../modules/programme-demand/index.ts'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { pathTo } from '../paths.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'
import type { WaitingLoaded } from './waiting-loader.ts'

/** The head of both pages about demand: whose it is, the way back, what was found, and the way to the other page. */
export function DemandHead({
  organisation,
  programme,
  title,
  other,
  children,
}: {
  readonly organisation: WaitingLoaded['organisation']
  readonly programme: ProgrammeName
  readonly title: string
  readonly other: 'waiting' | 'demand'
  /** The sentence below the title. */
  readonly children: ReactNode
}) {
  const language = useLanguage()
  const words = programmeDemandWords[language]
  const at = { organisation: organisation.id, programme: programme.id }
  return (
    <div className="head">
      <OrgNav organisation={organisation} />
      <Link className="crumb" to={pathTo('teachingProgramme', language, at)}>
        <Icon name="left" />
        {words.back}
      </Link>
      <h1>{title}</h1>
      <p className="lead">{children}</p>
      <p>
        <Link to={pathTo(other === 'waiting' ? 'teachingWaiting' : 'teachingDemand', language, at)}>{words.other[other]}</Link>
      </p>
    </div>
  )
}
