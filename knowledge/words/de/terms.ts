import type { terms as En } from '../en/terms.ts'
import type { Same } from '../words.ts'

export const terms = {
  title: 'Die eigenen Regeln der Plattform',
  gives:
    'Die meisten Plattformen verbieten intime Bilder ohne Einwilligung und haben dafür ein Formular. Das geht oft schnell.',
  exposes: 'Die Plattform liest, was ihr Formular fragt. Dieser Brief selbst nennt niemanden.',
  because: 'Das Formular der Plattform ist oft am schnellsten und lässt sich mit dem Gesetz verbinden.',
  rule: 'Soweit wir wissen, setzen diese Regeln keine Frist. Nach drei Tagen kommt eine Erinnerung; sie ist unsere eigene.',
  questions: {},
  gaps: {},
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Eine kurze zweite Meldung. Bei Ablehnung oder Schweigen bleibt das Gesetz: Auch diese Anträge sind vorbereitet.',
    },
  },
  letter: {
    subject: 'Meldung nach Ihren eigenen Regeln: intime Bilder ohne Einwilligung (Aktenzeichen {reference})',
    'subject.minor':
      'Dringende Meldung nach Ihren eigenen Regeln: sexuelle Ausbeutung eines Kindes (Aktenzeichen {reference})',
    title: 'Meldung nach Ihren eigenen Regeln',
    law: 'Ihre Regeln zu intimen Bildern, die ohne Einwilligung geteilt werden',
    'law.minor': 'Ihre Regeln gegen die sexuelle Ausbeutung von Kindern',
    what: 'Es handelt sich um ein intimes Bild oder Video, das mich zeigt. Ich habe nicht eingewilligt, dass es geteilt wird.',
    'what.agent':
      'Es handelt sich um ein intimes Bild oder Video einer Person, für die ich handle. Die gezeigte Person hat nicht eingewilligt, dass es geteilt wird.',
    'what.minor':
      'Es handelt sich um ein intimes Bild oder Video einer Person, die bei der Aufnahme unter 18 Jahre alt war. Es sind Darstellungen sexuellen Kindesmissbrauchs.',
    'what.minor.agent':
      'Es handelt sich um ein intimes Bild oder Video einer Person, die bei der Aufnahme unter 18 Jahre alt war. Es sind Darstellungen sexuellen Kindesmissbrauchs.',
    rule: 'Der Inhalt verstößt gegen Ihre eigenen Regeln zu intimen Bildern, die ohne Einwilligung geteilt werden.',
    'rule.minor': 'Der Inhalt verstößt gegen Ihre eigenen Regeln, die Kinder vor sexueller Ausbeutung schützen.',
    remove:
      'Bitte entfernen Sie ihn und gehen Sie gegen das Konto vor, das ihn geteilt hat, wie Ihre Regeln es vorsehen.',
    copies: 'Bitte entfernen Sie auch identische Kopien und verhindern Sie, dass sie erneut hochgeladen werden.',
    silence: 'Bitte teilen Sie der Person, die ihn geteilt hat, nicht mit, von wem diese Meldung kommt.',
    receipt: 'Bitte bestätigen Sie den Eingang mit einer Nummer und teilen Sie mir Ihre Entscheidung mit.',
    'reminder.subject': 'Zweite Meldung nach Ihren eigenen Regeln (Aktenzeichen {reference})',
    'reminder.title': 'Zweite Meldung nach Ihren eigenen Regeln',
    'reminder.law': 'Ihre Regeln zu intimen Bildern, die ohne Einwilligung geteilt werden',
    'reminder.law.minor': 'Ihre Regeln gegen die sexuelle Ausbeutung von Kindern',
    'reminder.still': 'Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Bitte entfernen Sie ihn nun und teilen Sie mir Ihre Entscheidung über meine erste Meldung mit.',
  },
} satisfies Same<typeof En>
