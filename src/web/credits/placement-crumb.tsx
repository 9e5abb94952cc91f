import { Link } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { creditWords } from '../words/credits.ts'
import { useLanguage } from '../words/use-words.ts'

/** The way back: to the placement, or from a part of it to its credits. */
export function PlacementCrumb({ placement, isPart = false }: { readonly placement: string; readonly isPart?: boolean }) {
  const language = useLanguage()
  const words = creditWords[language]
  return (
    <Link className="crumb" to={pathTo(isPart ? 'credits' : 'placement', language, { placement })}>
      <Icon name="left" />
      {isPart ? words.back : words.crumb}
    </Link>
  )
}
