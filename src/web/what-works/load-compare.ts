import type { LoaderFunctionArgs } from 'react-router'
import { mostCompared, readRef } from '../../modules/outcomes/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { definitionsIn } from './names.ts'

/** What can be compared, and what was chosen of it side by side. */
export async function loadCompare({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const asked = [...new Set(url.searchParams.getAll('of'))].flatMap((text) => {
    const ref = readRef(text)
    return ref ? [{ ...ref, text }] : []
  })
  const chosen = asked.slice(0, mostCompared)
  const year = readYear(url.searchParams.get('year'))
  const [subjects, comparison] = await Promise.all([
    modules.outcomes.subjects(),
    chosen.length === 0 ? undefined : modules.outcomes.compare(chosen, year),
  ])
  return {
    subjects,
    comparison,
    chosen: chosen.map(({ text }) => text),
    isTooMany: asked.length > mostCompared,
    most: mostCompared,
    year,
    definitions: definitionsIn(modules.outcomes.definitions, language),
  }
}

function readYear(text: string | null): number | undefined {
  return text !== null && /^(19|20)\d\d$/.test(text) ? Number(text) : undefined
}
