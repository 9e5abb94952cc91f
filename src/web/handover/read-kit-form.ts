import type { KitAsked } from './kit-action.ts'

/** Rows of a list in the form: `material-title-0`, `phase-kind-3`. */
const mostRows = 100

/** The content of a kit or copy as the form gives it; the module says what of it cannot be used. */
export function readKitForm({ text, all, names }: Pick<KitAsked, 'text' | 'all' | 'names'>): unknown {
  const line = (name: string): string | undefined => text(name).trim() || undefined
  const number = (name: string): number | undefined => {
    const given = text(name).trim().replace(',', '.')
    if (given === '') return undefined
    return /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
  }
  const both = (name: string) => without({ nl: line(`${name}-nl`), en: line(`${name}-en`) })
  const rows = (name: string): number[] =>
    names.flatMap((one) => {
      const at = one.startsWith(`${name}-`) ? Number(one.slice(name.length + 1)) : Number.NaN
      return Number.isInteger(at) && at >= 0 && at < mostRows ? [at] : []
    })
  return {
    ...{ title: both('title'), summary: both('summary'), outline: both('outline') },
    phases: rows('phase-kind').flatMap((at) =>
      text(`phase-kind-${at}`) === ''
        ? []
        : [
            without({
              kind: text(`phase-kind-${at}`),
              ...{
                weeks: number(`phase-weeks-${at}`),
                schoolDays: number(`phase-school-${at}`),
                workDays: number(`phase-work-${at}`),
              },
            }),
          ],
    ),
    materials: rows('material-title').flatMap((at) =>
      line(`material-title-${at}`) === undefined && line(`material-url-${at}`) === undefined
        ? []
        : [
            without({
              id: line(`material-id-${at}`),
              ...{ title: line(`material-title-${at}`) ?? '', licence: text(`material-licence-${at}`) || 'unknown' },
              url: line(`material-url-${at}`),
            }),
          ],
    ),
    ...{ agreements: all('agreements'), funding: all('funding') },
    needs: {
      ...without({
        teachers: line('teachers'),
        rooms: line('rooms'),
        groupSize: number('groupSize'),
        costEuro: number('costEuro'),
      }),
      more: both('more'),
    },
    contact: without({ email: line('email'), url: line('url') }),
  }
}

function without(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
