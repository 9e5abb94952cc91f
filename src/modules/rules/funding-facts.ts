const yesNo = ['yes', 'no'] as const

/**
 * What a funding scheme can ask about, with the answers there are. No scheme can ask anything else: a rule that does is refused. `age` has the bands
 * that a law or scheme of ours distinguishes and no finer (docs/decisions/0018).
 */
export const choiceFacts = {
  situation: ['employed', 'ww', 'otherBenefit', 'socialAssistance', 'selfEmployed', 'noIncome'],
  training: ['bbl', 'bol', 'thirdWay', 'hboDual', 'higher', 'course'],
  size: ['small', 'medium', 'large'],
  age: ['15', '16', '17', '18', '19', '20', '21to56', '57plus'],
  jobGuarantee: yesNo,
  inDemand: yesNo,
  contractAfter: yesNo,
  workedThere: yesNo,
  employerPays: yesNo,
  obliged: yesNo,
  forWork: yesNo,
  technical: yesNo,
  recognised: yesNo,
  developmentPath: yesNo,
} as const

/** Whole numbers: euros, months, hours of one school year. */
export const numberFacts = ['priceEuro', 'months', 'guidedHours', 'practiceHours'] as const

export type ChoiceFact = keyof typeof choiceFacts
export type NumberFact = (typeof numberFacts)[number]
export type FundingFact = ChoiceFact | NumberFact

/** What somebody told of themselves and a training; what is left out is unknown, and neither met nor unmet. */
export type FundingFacts = { readonly [F in ChoiceFact]?: (typeof choiceFacts)[F][number] | undefined } & {
  readonly [F in NumberFact]?: number | undefined
}

export const isChoiceFact = (name: string): name is ChoiceFact => Object.hasOwn(choiceFacts, name)
