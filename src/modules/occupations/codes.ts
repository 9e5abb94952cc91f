import type { Catalogue, CodeLists, Language } from '../skills/index.ts'
import type { OccupationCode } from './occupation.ts'

/** The codes of an occupation in the standards of the field, with their names where a list of ours has them. */
export function codesOf(catalogue: Catalogue, lists: CodeLists, id: string, language: Language): OccupationCode[] {
  const { codes } = catalogue.get(id)
  const split = (system: string): string[] => (codes[system] ?? '').split(' ').filter(Boolean)
  return [
    ...split('isco').map((code) => named('isco', code, lists.isco.get(code)?.[language])),
    ...split('brc').map((code) => named('brc', code, lists.brc.get(code)?.[language])),
    ...split('ecf').map((code) => named('ecf', code, ecfName(lists, code, language))),
    ...split('ecsf').map((code) => named('ecsf', code, lists.ecsf.get(code)?.name)),
    ...split('crebo').map((code) => named('crebo', code, lists.crebo.get(code)?.nl)),
    ...catalogue
      .equals(id)
      .filter((other) => other.startsWith('http://data.europa.eu/esco/'))
      .map((uri) => ({ system: 'esco' as const, code: uri.split('/').at(-1) ?? uri, url: uri })),
  ]
}

function named(system: OccupationCode['system'], code: string, label: string | undefined): OccupationCode {
  return { system, code, ...(label === undefined ? {} : { label }) }
}

function ecfName(lists: CodeLists, code: string, language: Language): string | undefined {
  const found = lists.ecf.get(code.split(':')[0] ?? '')
  return language === 'nl' ? found?.nl : found?.name
}
