import { Link } from 'react-router'
import { pathTo } from '../paths.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'

/** From the desk of a programme to who waits for it, and to what vacancies ask. */
export function ToDemand({ organisation, programme }: { readonly organisation: string; readonly programme: string }) {
  const language = useLanguage()
  const { other } = programmeDemandWords[language]
  const at = { organisation, programme }
  return (
    <p className="row">
      <Link to={pathTo('teachingWaiting', language, at)}>{other.waiting}</Link>
      <Link to={pathTo('teachingDemand', language, at)}>{other.demand}</Link>
    </p>
  )
}
