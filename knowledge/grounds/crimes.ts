/**
 * Criminal law to name in an explanation: one rule of her country. Only what was read in the law itself or on an
 * authority's page; a country that is not here has none that is certain enough. Facts from before a law came into force
 * fall under its predecessor, so a letter says "for example".
 */
import type { Lang } from '#core/case/types.ts'

export interface Crime {
  /** As it stands in a sentence after "under". */
  name: Record<Lang, string>
  source: string
  checked: string
  /** Read in the text of the law, or on an authority's page or in a law firm's note. */
  read: 'law' | 'note'
}

const checked = '2026-11-24'

export const crimes: Record<string, { adults?: Crime; minors?: Crime }> = {
  BE: {
    adults: {
      name: {
        en: 'Article 136 of the Belgian Criminal Code (law of 29 February 2024)',
        fr: 'l’article 136 du Code pénal belge (loi du 29 février 2024)',
        nl: 'artikel 136 van het Belgische Strafwetboek (wet van 29 februari 2024)',
      },
      source: 'https://www.ejustice.just.fgov.be',
      checked,
      read: 'law',
    },
    minors: {
      name: {
        en: 'Articles 170 to 174 of the Belgian Criminal Code (law of 29 February 2024)',
        fr: 'les articles 170 à 174 du Code pénal belge (loi du 29 février 2024)',
        nl: 'de artikelen 170 tot en met 174 van het Belgische Strafwetboek (wet van 29 februari 2024)',
      },
      source: 'https://www.ejustice.just.fgov.be',
      checked,
      read: 'law',
    },
  },
  NL: {
    adults: {
      name: {
        en: 'the Dutch law on sexual offences of 20 March 2024 (Stb. 2024, 59)',
        fr: 'la loi néerlandaise du 20 mars 2024 sur les infractions sexuelles (Stb. 2024, 59)',
        nl: 'de Nederlandse Wet seksuele misdrijven van 20 maart 2024 (Stb. 2024, 59)',
      },
      source: 'https://zoek.officielebekendmakingen.nl/stb-2024-59.html',
      checked,
      read: 'note',
    },
  },
  FR: {
    adults: {
      name: {
        en: 'Article 226-2-1 of the French Criminal Code',
        fr: 'l’article 226-2-1 du Code pénal français',
        nl: 'artikel 226-2-1 van het Franse Wetboek van Strafrecht',
      },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070719/',
      checked,
      read: 'note',
    },
    minors: {
      name: {
        en: 'Article 227-23 of the French Criminal Code',
        fr: 'l’article 227-23 du Code pénal français',
        nl: 'artikel 227-23 van het Franse Wetboek van Strafrecht',
      },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070719/',
      checked,
      read: 'note',
    },
  },
  DE: {
    adults: {
      name: {
        en: 'section 201a of the German Criminal Code',
        fr: 'l’article 201a du Code pénal allemand',
        nl: 'artikel 201a van het Duitse Wetboek van Strafrecht',
      },
      source: 'https://www.gesetze-im-internet.de/stgb/__201a.html',
      checked,
      read: 'law',
    },
  },
  GB: {
    adults: {
      name: {
        en: 'section 66B of the Sexual Offences Act 2003 of the United Kingdom',
        fr: 'l’article 66B du Sexual Offences Act 2003 du Royaume-Uni',
        nl: 'artikel 66B van de Sexual Offences Act 2003 van het Verenigd Koninkrijk',
      },
      source: 'https://www.legislation.gov.uk/ukpga/2003/42/section/66B',
      checked,
      read: 'note',
    },
    minors: {
      name: {
        en: 'the Protection of Children Act 1978 of the United Kingdom',
        fr: 'le Protection of Children Act 1978 du Royaume-Uni',
        nl: 'de Protection of Children Act 1978 van het Verenigd Koninkrijk',
      },
      source: 'https://www.legislation.gov.uk/ukpga/1978/37',
      checked,
      read: 'note',
    },
  },
  IE: {
    adults: {
      name: {
        en: 'section 2 of the Irish Harassment, Harmful Communications and Related Offences Act 2020',
        fr: 'l’article 2 du Harassment, Harmful Communications and Related Offences Act 2020 irlandais',
        nl: 'artikel 2 van de Ierse Harassment, Harmful Communications and Related Offences Act 2020',
      },
      source: 'https://www.irishstatutebook.ie/eli/2020/act/32/enacted/en/html',
      checked,
      read: 'note',
    },
  },
  ES: {
    adults: {
      name: {
        en: 'Article 197.7 of the Spanish Criminal Code',
        fr: 'l’article 197.7 du Code pénal espagnol',
        nl: 'artikel 197.7 van het Spaanse Wetboek van Strafrecht',
      },
      source: 'https://www.boe.es/buscar/act.php?id=BOE-A-1995-25444',
      checked,
      read: 'note',
    },
  },
  IT: {
    adults: {
      name: {
        en: 'Article 612-ter of the Italian Criminal Code',
        fr: 'l’article 612-ter du Code pénal italien',
        nl: 'artikel 612-ter van het Italiaanse Wetboek van Strafrecht',
      },
      source: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:regio.decreto:1930-10-19;1398',
      checked,
      read: 'note',
    },
  },
  PL: {
    adults: {
      name: {
        en: 'Article 191a of the Polish Criminal Code',
        fr: 'l’article 191a du Code pénal polonais',
        nl: 'artikel 191a van het Poolse Wetboek van Strafrecht',
      },
      source: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU19970880553',
      checked,
      read: 'note',
    },
  },
  NZ: {
    adults: {
      name: {
        en: 'section 22A of the Harmful Digital Communications Act 2015 of New Zealand',
        fr: 'l’article 22A du Harmful Digital Communications Act 2015 de Nouvelle-Zélande',
        nl: 'artikel 22A van de Harmful Digital Communications Act 2015 van Nieuw-Zeeland',
      },
      source: 'https://www.legislation.govt.nz/act/public/2015/0063/latest/whole.html',
      checked,
      read: 'law',
    },
  },
}
