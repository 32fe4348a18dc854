import type { deadlines as en } from '../en/deadlines.ts'
import type { Same } from '../words.ts'

export const deadlines: Same<typeof en> = {
  laws: {
    tida: 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    uk20a: 'Online Safety Act 2023, section 20A',
    gdpr17: 'RGPD, article 12, paragraphe 3',
    gdpr17s: 'RGPD, article 12, paragraphe 3',
    hdca24: 'Harmful Digital Communications Act 2015, section 24',
    it144bis: 'Code italien de la vie privée, article 144-bis',
    be584: 'Code judiciaire belge, article 584',
    'gdpr17.complaint': 'RGPD, article 78, paragraphe 2',
    'gdpr17s.complaint': 'RGPD, article 78, paragraphe 2',
    'dsa16.complaint': 'règlement sur les services numériques, article 20',
    'dmca.counter-notice': '17 U.S.C. 512(g)',
  },
  notes: {
    uk20a: 'Le jour à partir duquel ce devoir s’applique n’est pas confirmé.',
    hdca24: 'Dans ce délai, ils transmettent la plainte. La personne qui a publié a ensuite 48 heures, elle aussi.',
    it144bis: 'Dans ce délai, l’autorité décide.',
  },
  hours: '{period} à partir de la réception ({law}). Les nuits, les week-ends et les jours fériés comptent.',
  served:
    '{period} à partir de la signification de l’ordonnance ({law}). Les nuits, les week-ends et les jours fériés comptent.',
  months: '{period} à partir de la réception ({law}). Le règlement 1182/71 dit comment compter.',
  extension:
    'Ils peuvent prendre plus de temps s’ils donnent leurs raisons à temps ({law}). En tout : {period} à partir de la réception.',
  open: 'Une réclamation auprès d’eux reste possible pendant au moins {period} après leur décision ({law}).',
  court: 'Si l’autorité ne dit rien pendant {period}, il est possible de saisir un tribunal ({law}).',
  answer: 'Le délai de réponse est de {period} à partir de la réception.',
  counterNotice:
    'Après une contre-notification, le contenu peut revenir : {least} à {most} jours ouvrables après sa réception ({law}).',
  noSuchDay: '{month} n’a pas de jour {day} : c’est son dernier jour qui compte.',
  weekend: 'Le {counted} est un {weekday} : le dernier jour est donc le jour ouvrable suivant, le {last}.',
  holiday: 'Le {counted} est un jour férié ({country}) : le dernier jour est donc le jour ouvrable suivant, le {last}.',
  withoutTime: {
    dsa16:
      'Cette loi demande d’agir en temps opportun et sans retard injustifié. Elle ne fixe pas de nombre d’heures ou de jours.',
    dmca: 'Cette loi dit « expeditiously », c’est-à-dire rapidement. Elle ne fixe pas de nombre d’heures ou de jours.',
    esaepd: 'L’autorité traite cela comme urgent. Elle ne fixe pas de nombre d’heures ou de jours.',
    be39bis: 'Le parquet fixe le délai.',
    abuse: 'Aucune loi ne fixe de délai pour cela.',
    terms: 'Aucune loi ne fixe de délai pour cela.',
  },
  none: 'Cette loi ne fixe pas de nombre d’heures ou de jours.',
  ours: 'Après {days} sans réponse vient notre rappel. Ce n’est pas un délai légal.',
  instant: 'avant le {day} à {time} ({city})',
  endOfDay: 'avant la fin du {day} ({city})',
  between: 'du {first} à la fin du {day} ({city})',
  cities: {
    'Europe/Amsterdam': 'Amsterdam',
    'Europe/Berlin': 'Berlin',
    'Europe/Brussels': 'Bruxelles',
    'Europe/Dublin': 'Dublin',
    'Europe/London': 'Londres',
    'Europe/Luxembourg': 'Luxembourg',
    'Europe/Madrid': 'Madrid',
    'Europe/Paris': 'Paris',
    'Europe/Rome': 'Rome',
    'Europe/Vienna': 'Vienne',
    'Europe/Warsaw': 'Varsovie',
    'Europe/Zurich': 'Zurich',
    'America/New_York': 'New York',
    'Pacific/Auckland': 'Auckland',
    UTC: 'UTC',
  },
}
