import type { CrimeWords } from '../words.ts'

/** Le droit pénal par son nom. `names` suit « selon » dans une phrase. */
export const crimes = {
  names: {
    BE: {
      adults: 'l’article 136 du Code pénal belge (loi du 29 février 2024)',
      minors: 'les articles 170 à 174 du Code pénal belge (loi du 29 février 2024)',
    },
    NL: { adults: 'la loi néerlandaise du 20 mars 2024 sur les infractions sexuelles (Stb. 2024, 59)' },
    FR: {
      adults: 'l’article 226-2-1 du Code pénal français',
      minors: 'l’article 227-23 du Code pénal français',
    },
    DE: { adults: 'l’article 201a du Code pénal allemand' },
    GB: {
      adults: 'l’article 66B du Sexual Offences Act 2003 du Royaume-Uni',
      minors: 'le Protection of Children Act 1978 du Royaume-Uni',
    },
    IE: { adults: 'l’article 2 du Harassment, Harmful Communications and Related Offences Act 2020 irlandais' },
    ES: { adults: 'l’article 197.7 du Code pénal espagnol' },
    IT: { adults: 'l’article 612-ter du Code pénal italien' },
    PL: { adults: 'l’article 191a du Code pénal polonais' },
    NZ: { adults: 'l’article 22A du Harmful Digital Communications Act 2015 de Nouvelle-Zélande' },
  },
  offences: {
    'be-136': 'Diffusion non consentie de contenus à caractère sexuel (Code pénal, article 136)',
    'be-137': 'La même, avec une intention méchante ou dans un but lucratif (Code pénal, article 137)',
    'be-135': 'Voyeurisme (Code pénal, article 135)',
    'be-143-dissemination':
      'Diffusion non consentie de contenus à caractère sexuel d’une personne mineure de moins de 16 ans (Code pénal, articles 136 et 143)',
    'be-144-dissemination':
      'Diffusion non consentie de contenus à caractère sexuel d’une personne mineure de plus de 16 ans (Code pénal, articles 136 et 144)',
    'be-143-voyeurism':
      'Voyeurisme à l’égard d’une personne mineure de moins de 16 ans (Code pénal, articles 135 et 143)',
    'be-144-voyeurism':
      'Voyeurisme à l’égard d’une personne mineure de plus de 16 ans (Code pénal, articles 135 et 144)',
    'be-170-174': 'Images d’abus sexuels de mineurs (Code pénal, articles 170 à 174)',
    'be-old-417-9': 'Diffusion non consentie de contenus à caractère sexuel (ancien Code pénal, article 417/9)',
    'be-old-417-10': 'La même, avec une intention méchante ou dans un but lucratif (ancien Code pénal, article 417/10)',
    'be-old-417-8': 'Voyeurisme (ancien Code pénal, article 417/8)',
  },
  level:
    'Niveau {level} du Code pénal du 29 février 2024 : {least} à {most} ans d’emprisonnement. À titre d’information.',
  before:
    'Pour des faits antérieurs au 1er septembre 2026, l’ancien Code pénal s’applique : {articles}. La loi la plus douce compte.',
  unit: 'Service spécialisé : la Computer Crime Unit de la police judiciaire fédérale.',
} satisfies CrimeWords
