import type { replies as en } from '../en/replies.ts'
import type { Same } from '../words.ts'

export const replies: Same<typeof en> = {
  receipt: {
    title: 'Der Antrag ist angekommen',
    means: 'Diese Antwort sagt, dass der Antrag angekommen ist. Mehr folgt daraus nicht.',
  },
  question: {
    title: 'Es gibt eine Frage',
    means:
      'Es reicht, zu antworten, was beim Finden der Stelle hilft. Das Bild selbst ist nie nötig. Ein Ausweis ist fast nie nötig: Die Antwort kann fragen, wozu er dienen soll.',
  },
  refused: {
    title: 'Das klingt nach einer Ablehnung',
    means: 'Das ist nur die erste Antwort. Ist es eine Ablehnung, dann gibt es einen nächsten Schritt.',
  },
  removed: {
    title: 'Das klingt, als sei es weg',
    means: 'Es gilt als weg, sobald das gesehen oder bestätigt wurde. Bis dahin geht alles weiter.',
  },
  automatic: {
    title: 'Eine Maschine hat geantwortet',
    means: 'Die Nachricht ist angekommen. Wie es aussieht, hat sie noch niemand gelesen.',
  },
  delayed: {
    title: 'Sie ist noch nicht angekommen',
    means: 'Der andere Mailserver antwortet nicht. Unserer versucht es von selbst noch einmal.',
  },
  bounce: {
    title: 'Sie ist nicht angekommen',
    means: 'Diese Adresse nimmt keine Mails an. Der Plan zeigt andere Wege.',
  },
  other: {
    title: 'Es gibt eine Antwort',
    means: 'Aus den Worten geht nicht hervor, was sie bedeutet. Sie steht unten.',
  },
}
