import type { CrimeWords } from '../words.ts'

/** Criminal law by name. `names` stand in a sentence after "under". */
export const crimes = {
  names: {
    BE: {
      adults: 'Article 136 of the Belgian Criminal Code (law of 29 February 2024)',
      minors: 'Articles 170 to 174 of the Belgian Criminal Code (law of 29 February 2024)',
    },
    NL: { adults: 'the Dutch law on sexual offences of 20 March 2024 (Stb. 2024, 59)' },
    FR: {
      adults: 'Article 226-2-1 of the French Criminal Code',
      minors: 'Article 227-23 of the French Criminal Code',
    },
    DE: { adults: 'section 201a of the German Criminal Code' },
    GB: {
      adults: 'section 66B of the Sexual Offences Act 2003 of the United Kingdom',
      minors: 'the Protection of Children Act 1978 of the United Kingdom',
    },
    IE: { adults: 'section 2 of the Irish Harassment, Harmful Communications and Related Offences Act 2020' },
    ES: { adults: 'Article 197.7 of the Spanish Criminal Code' },
    IT: { adults: 'Article 612-ter of the Italian Criminal Code' },
    PL: { adults: 'Article 191a of the Polish Criminal Code' },
    NZ: { adults: 'section 22A of the Harmful Digital Communications Act 2015 of New Zealand' },
  },
  offences: {
    'be-136': 'Non-consensual dissemination of sexual content (Criminal Code, Article 136)',
    'be-137': 'The same with malicious intent or for profit (Criminal Code, Article 137)',
    'be-135': 'Voyeurism (Criminal Code, Article 135)',
    'be-143-dissemination':
      'Non-consensual dissemination of sexual content of a minor under 16 (Criminal Code, Articles 136 and 143)',
    'be-144-dissemination':
      'Non-consensual dissemination of sexual content of a minor over 16 (Criminal Code, Articles 136 and 144)',
    'be-143-voyeurism': 'Voyeurism towards a minor under 16 (Criminal Code, Articles 135 and 143)',
    'be-144-voyeurism': 'Voyeurism towards a minor over 16 (Criminal Code, Articles 135 and 144)',
    'be-170-174': 'Images of sexual abuse of minors (Criminal Code, Articles 170 to 174)',
    'be-old-417-9': 'Non-consensual dissemination of sexual content (former Criminal Code, Article 417/9)',
    'be-old-417-10': 'The same with malicious intent or for profit (former Criminal Code, Article 417/10)',
    'be-old-417-8': 'Voyeurism (former Criminal Code, Article 417/8)',
  },
  level: 'Level {level} of the Criminal Code of 29 February 2024: {least} to {most} years in prison. For information.',
  before: 'For facts from before 1 September 2026 the former Criminal Code applies: {articles}. The milder law counts.',
  unit: 'Specialised service: the Computer Crime Unit of the federal judicial police.',
} satisfies CrimeWords
