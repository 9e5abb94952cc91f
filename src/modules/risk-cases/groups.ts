import type { Residents } from '../matching/index.ts'
import type { Profile } from '../people/index.ts'
import { type Language, readCodeLists } from '../skills/index.ts'

/** Groups of occupations (BRC 2014 of Statistics Netherlands): coarse enough to count people by. */
export interface Groups {
  /** That of the first occupation of a profile that has one. */
  of(profile: Profile): Promise<string | undefined>
  name(group: string, language: Language): Promise<string>
}

export function createGroups({ residents }: { readonly residents: Pick<Residents, 'current'> }): Groups {
  const lists = readCodeLists()
  return {
    async of({ occupations }) {
      const { catalogue } = await residents.current()
      for (const occupation of occupations) {
        const group = catalogue.find(occupation)?.codes.brc?.split(' ')[0]
        if (group) return group
      }
      return undefined
    },
    name: async (group, language) => (await lists).brc.get(group)?.[language] ?? group,
  }
}
