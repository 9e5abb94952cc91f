/** Forms of job titles that women use or used; from the labels of the starter vocabulary, by general knowledge of Dutch. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/beheerder\b/i, 'beheerster'],
  [/medewerker\b/i, 'medewerkster'],
  [/verkoper\b/i, 'verkoopster'],
  [/leraar\b/i, 'lerares'],
  [/secretaris\b/i, 'secretaresse'],
  [/adviseur\b/i, 'adviseuse'],
  [/programmeur\b/i, 'programmeuse'],
  [/redacteur\b/i, 'redactrice'],
  [/monteur\b/i, 'monteuse'],
  [/chauffeur\b/i, 'chauffeuse'],
  [/analist\b/i, 'analiste'],
  [/ontwerper\b/i, 'ontwerpster'],
  [/onderzoeker\b/i, 'onderzoekster'],
  [/boekhouder\b/i, 'boekhoudster'],
  [/werker\b/i, 'werkster'],
  [/leider\b/i, 'leidster'],
  [/kok\b/i, 'kokkin'],
]

/** `Administratief medewerker` -> `Administratief medewerkster`; the title itself where we know no such form. */
export function womensForm(title: string): string {
  for (const [common, womens] of forms) if (common.test(title)) return title.replace(common, womens)
  return title
}
