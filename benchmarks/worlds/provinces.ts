import { join } from 'node:path'
import { rowsOf } from './esco.ts'
import { byInhabitants, type Municipality, type WorkWeights } from './places.ts'

/** SBI 2008 J, information and communication: where ICT is the trade itself. */
const sector = '391600'

/** Work as CBS counts open vacancies per province (the latest four quarters), divided within each by inhabitants. */
export function workByProvince(folder: string): WorkWeights {
  const open = openVacancies(folder)
  const provinceOf = provinces(folder)
  return (all, inhabitants) => {
    const sizes = byInhabitants(all, inhabitants)
    const names = all.map(provinceOf)
    const totals = new Map<string, number>()
    for (const [at, name] of names.entries()) totals.set(name, (totals.get(name) ?? 0) + (sizes[at] ?? 0))
    return names.map((name, at) => ((open.get(name) ?? 0) * (sizes[at] ?? 0)) / (totals.get(name) ?? 1))
  }
}

/** Thousands of open vacancies by the name of the province. */
function openVacancies(folder: string): Map<string, number> {
  const figures = join(folder, 'figures')
  const codes = new Map(rowsOf(figures, 'regios_metadata.csv').map((row) => [(row.Key ?? '').trim(), (row.Title ?? '').trim()]))
  const rows = rowsOf(figures, 'cbs-vacatures-per-province.csv').filter((row) => row.BedrijfstakkenBranchesSBI2008 === sector)
  const latest = new Set([...new Set(rows.map((row) => row.Perioden ?? ''))].sort().slice(-4))
  const open = new Map<string, number>()
  for (const row of rows) {
    const code = (row.Regios ?? '').trim()
    if (!code.startsWith('PV') || !latest.has(row.Perioden ?? '')) continue
    const name = (codes.get(code) ?? '').replace(' (PV)', '')
    open.set(name, (open.get(name) ?? 0) + Number(row.OpenstaandeVacatures))
  }
  return open
}

/** The province of the nearest postcode: the list of postcodes is older than some municipalities. */
function provinces(folder: string): (place: Municipality) => string {
  const postcodes = rowsOf(join(folder, 'regions'), '4pp.csv').map((row) => ({
    province: row.provincie ?? '',
    lat: Number(row.latitude),
    lon: Number(row.longitude),
  }))
  return ({ lat, lon }) => {
    let nearest = ''
    let least = Number.POSITIVE_INFINITY
    for (const one of postcodes) {
      const distance = (one.lat - lat) ** 2 + ((one.lon - lon) * 0.61) ** 2
      if (distance < least) [nearest, least] = [one.province, distance]
    }
    return nearest
  }
}
