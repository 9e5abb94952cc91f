import { data, type LoaderFunctionArgs } from 'react-router'
import { permit } from '../../modules/permissions/index.ts'
import { type DeskProgramme, missingOf } from '../../modules/programme-desk/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import type { ProgrammeLine } from '../components/programme-table/programme-table.tsx'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

const noStore = { headers: { 'cache-control': 'no-store' } } as const

/** All programmes of an educator: how each stands, when it starts next, and what is to be done. */
export async function teachingLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const language = languageOfPath(pageUrl(args.request).pathname)
  const rows = await site.modules.programmeDesk.list(actor, id)
  const today = todayInAmsterdam(site.clock.now())
  return data(
    {
      organisation,
      mayWrite: mayOn(actor, 'programme.write', id),
      lines: rows.map((row) => lineOf(row, today, language)),
      done,
    },
    noStore,
  )
}

function lineOf({ id, state, content }: DeskProgramme, today: string, language: 'nl' | 'en'): ProgrammeLine {
  const coming = content.offerings
    .flatMap(({ facts }) => facts.starts)
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  const [next] = coming
  return {
    ...{ id, state, missing: missingOf(content) },
    ...titleIn(content.title, language),
    isRolling: content.offerings.some(({ facts }) => facts.rolling),
    ...(next ? { next: next.date, later: coming.length - 1 } : {}),
    ...(next?.seats === undefined ? {} : { seats: next.seats }),
  }
}

/** The title in this language, or in the other one with its name. */
export function titleIn(title: DeskProgramme['content']['title'], language: 'nl' | 'en') {
  const own = title[language]
  if (own !== undefined) return { title: own, titleLanguage: language }
  const other = language === 'nl' ? 'en' : 'nl'
  return { title: title[other] ?? '', titleLanguage: other } as const
}

/** The page for a new programme. */
export async function teachingNewLoader(args: LoaderFunctionArgs) {
  const { actor, id, organisation, done } = await openOrganisation(args)
  permit(actor, 'programme.write', { kind: 'organisation', id, organisation: id })
  return data({ organisation, done }, noStore)
}
