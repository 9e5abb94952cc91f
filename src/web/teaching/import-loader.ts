import { data, type LoaderFunctionArgs } from 'react-router'
import { permit } from '../../modules/permissions/index.ts'
import type { FieldDifference, ImportReport } from '../../modules/programme-desk/index.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { fieldName, valueText } from './field-text.ts'
import { titleIn } from './teaching-loader.ts'

/** The page for reading in; with `?file=`, what that file would change. */
export async function teachingImportLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  permit(actor, 'programme.write', { kind: 'organisation', id, organisation: id })
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const file = url.searchParams.get('file')?.slice(0, 100)
  const catalogue = await site.modules.skills.catalogue()
  const label = (skill: string) => catalogue.label(skill, language)
  const report = file === undefined ? undefined : await reportOf(() => site.modules.programmeDesk.importReport(actor, id, file))
  const told = (one: FieldDifference) => ({
    field: one.field,
    name: fieldName(one.field, language),
    before: valueText(one.before, language, label),
    after: valueText(one.after, language, label),
  })
  return data(
    {
      organisation,
      done,
      isGone: report === 'gone',
      report:
        report === undefined || report === 'gone'
          ? undefined
          : {
              ...report,
              lines: report.lines.map((line) => ({
                ...line,
                ...titleIn(line.title, language),
                changes: line.changes.map(told),
                own: line.own.map(told),
              })),
              gone: report.gone.map((one) => ({ id: one.id, ...titleIn(one.title, language) })),
            },
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

export type ImportLoaded = Awaited<ReturnType<typeof teachingImportLoader>>['data']

/** A link to a file that was read too long ago leads to a page that says so. */
async function reportOf(ask: () => Promise<ImportReport>): Promise<ImportReport | 'gone'> {
  try {
    return await ask()
  } catch (error) {
    if (isNamed(error, 'Conflict')) return 'gone'
    throw error
  }
}
