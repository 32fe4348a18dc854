import type { deadlines as en } from '../en/deadlines.ts'
import type { Same } from '../words.ts'

export const deadlines: Same<typeof en> = {
  laws: {
    tida: 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    uk20a: 'Online Safety Act 2023, section 20A',
    gdpr17: 'DSGVO, Artikel 12 Absatz 3',
    gdpr17s: 'DSGVO, Artikel 12 Absatz 3',
    hdca24: 'Harmful Digital Communications Act 2015, section 24',
    it144bis: 'italienisches Datenschutzgesetz, Artikel 144-bis',
    be584: 'belgisches Gerichtsgesetzbuch, Artikel 584',
    'gdpr17.complaint': 'DSGVO, Artikel 78 Absatz 2',
    'gdpr17s.complaint': 'DSGVO, Artikel 78 Absatz 2',
    'dsa16.complaint': 'Gesetz über digitale Dienste, Artikel 20',
    'dmca.counter-notice': '17 U.S.C. 512(g)',
  },
  notes: {
    uk20a: 'Es ist nicht bestätigt, ab welchem Tag diese Pflicht gilt.',
    hdca24:
      'In dieser Zeit geben sie die Beschwerde weiter. Danach hat auch die Person, die es veröffentlicht hat, 48 Stunden.',
    it144bis: 'In dieser Zeit entscheidet die Behörde.',
  },
  hours: '{period} ab dem Empfang ({law}). Nächte, Wochenenden und Feiertage zählen mit.',
  served: '{period} ab der Zustellung der Anordnung ({law}). Nächte, Wochenenden und Feiertage zählen mit.',
  months: '{period} ab dem Empfang ({law}, gezählt nach der Verordnung 1182/71).',
  extension:
    'Sie dürfen sich mehr Zeit nehmen, wenn sie rechtzeitig Gründe nennen ({law}). Zusammen sind das {period} ab dem Empfang.',
  open: 'Eine Beschwerde bei ihnen ist nach ihrer Entscheidung möglich, mindestens {period} lang ({law}).',
  court: 'Die Behörde hat {period} Zeit ({law}). Danach ist der Weg zum Gericht offen.',
  answer: 'Für die Antwort gibt es {period} ab dem Empfang.',
  counterNotice:
    'Nach einem Widerspruch darf der Inhalt zurückkommen: {least} bis {most} Arbeitstage nach dessen Empfang ({law}).',
  noSuchDay: 'Dieser Monat hat keinen Tag {day}: Es zählt sein letzter Tag.',
  weekend: 'Der {counted} ist ein {weekday}. Also ist der letzte Tag der nächste Arbeitstag, der {last}.',
  holiday: 'Der {counted} ist ein Feiertag ({country}). Also ist der letzte Tag der nächste Arbeitstag, der {last}.',
  none: 'Dieses Gesetz nennt keine Zahl von Stunden oder Tagen.',
  ours: 'Nach {days} ohne Antwort kommt unsere Erinnerung. Sie ist keine gesetzliche Frist.',
  instant: 'bis {day}, {time} Uhr ({city})',
  endOfDay: 'bis Ende {day} ({city})',
  between: 'zwischen {first} und Ende {day} ({city})',
  cities: {
    'Europe/Amsterdam': 'Amsterdam',
    'Europe/Berlin': 'Berlin',
    'Europe/Brussels': 'Brüssel',
    'Europe/Dublin': 'Dublin',
    'Europe/London': 'London',
    'Europe/Luxembourg': 'Luxemburg',
    'Europe/Madrid': 'Madrid',
    'Europe/Paris': 'Paris',
    'Europe/Rome': 'Rom',
    'Europe/Vienna': 'Wien',
    'Europe/Warsaw': 'Warschau',
    'Europe/Zurich': 'Zürich',
    'America/New_York': 'New York',
    'Pacific/Auckland': 'Auckland',
    UTC: 'UTC',
  },
}
