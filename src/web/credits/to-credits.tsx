import { Link } from 'react-router'
import { pathTo } from '../paths.ts'
import { creditUnitWords } from '../words/credit-units.ts'
import { creditWords } from '../words/credits.ts'
import { useLanguage } from '../words/use-words.ts'

/** From a placement to its credits. */
export function ToCredits({ placement }: { readonly placement: string }) {
  const language = useLanguage()
  return (
    <p>
      <Link className="btn btn-2" to={pathTo('credits', language, { placement })}>
        {creditWords[language].back}
      </Link>
    </p>
  )
}

/** From a programme of a school to its units. */
export function ToUnits({ organisation, programme }: { readonly organisation: string; readonly programme: string }) {
  const language = useLanguage()
  return (
    <p className="mt4">
      <Link className="btn btn-3" to={pathTo('creditsUnits', language, { organisation, programme })}>
        {creditUnitWords[language].title}
      </Link>
    </p>
  )
}
