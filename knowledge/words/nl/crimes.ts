import type { CrimeWords } from '../words.ts'

/** Het strafrecht bij naam. `names` staat in een zin na “volgens”. */
export const crimes = {
  names: {
    BE: {
      adults: 'artikel 136 van het Belgische Strafwetboek (wet van 29 februari 2024)',
      minors: 'de artikelen 170 tot en met 174 van het Belgische Strafwetboek (wet van 29 februari 2024)',
    },
    NL: { adults: 'de Nederlandse Wet seksuele misdrijven van 20 maart 2024 (Stb. 2024, 59)' },
    FR: {
      adults: 'artikel 226-2-1 van het Franse Wetboek van Strafrecht',
      minors: 'artikel 227-23 van het Franse Wetboek van Strafrecht',
    },
    DE: { adults: 'artikel 201a van het Duitse Wetboek van Strafrecht' },
    GB: {
      adults: 'artikel 66B van de Sexual Offences Act 2003 van het Verenigd Koninkrijk',
      minors: 'de Protection of Children Act 1978 van het Verenigd Koninkrijk',
    },
    IE: { adults: 'artikel 2 van de Ierse Harassment, Harmful Communications and Related Offences Act 2020' },
    ES: { adults: 'artikel 197.7 van het Spaanse Wetboek van Strafrecht' },
    IT: { adults: 'artikel 612-ter van het Italiaanse Wetboek van Strafrecht' },
    PL: { adults: 'artikel 191a van het Poolse Wetboek van Strafrecht' },
    NZ: { adults: 'artikel 22A van de Harmful Digital Communications Act 2015 van Nieuw-Zeeland' },
  },
  offences: {
    'be-136': 'Niet-consensuele verspreiding van seksuele inhoud (Strafwetboek, artikel 136)',
    'be-137': 'Hetzelfde met kwaadwillig opzet of uit winstbejag (Strafwetboek, artikel 137)',
    'be-135': 'Voyeurisme (Strafwetboek, artikel 135)',
    'be-143-dissemination':
      'Niet-consensuele verspreiding van seksuele inhoud van een minderjarige onder 16 jaar (Strafwetboek, artikelen 136 en 143)',
    'be-144-dissemination':
      'Niet-consensuele verspreiding van seksuele inhoud van een minderjarige boven 16 jaar (Strafwetboek, artikelen 136 en 144)',
    'be-143-voyeurism':
      'Voyeurisme ten aanzien van een minderjarige onder 16 jaar (Strafwetboek, artikelen 135 en 143)',
    'be-144-voyeurism':
      'Voyeurisme ten aanzien van een minderjarige boven 16 jaar (Strafwetboek, artikelen 135 en 144)',
    'be-170-174': 'Beelden van seksueel misbruik van minderjarigen (Strafwetboek, artikelen 170 tot en met 174)',
    'be-old-417-9': 'Niet-consensuele verspreiding van seksuele inhoud (oud Strafwetboek, artikel 417/9)',
    'be-old-417-10': 'Hetzelfde met kwaadwillig opzet of uit winstbejag (oud Strafwetboek, artikel 417/10)',
    'be-old-417-8': 'Voyeurisme (oud Strafwetboek, artikel 417/8)',
  },
  level:
    'Niveau {level} van het Strafwetboek van 29 februari 2024: {least} tot {most} jaar gevangenis. Ter informatie.',
  before: 'Voor feiten van vóór 1 september 2026 geldt het oude Strafwetboek: {articles}. De mildste wet telt.',
  unit: 'Gespecialiseerde dienst: de Computer Crime Unit van de federale gerechtelijke politie.',
} satisfies CrimeWords
