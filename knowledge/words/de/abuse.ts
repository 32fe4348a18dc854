import type { abuse as En } from '../en/abuse.ts'
import type { Same } from '../words.ts'

export const abuse = {
  title: 'Meldung an die Missbrauchsstelle (Abuse)',
  gives:
    'Die eigenen Regeln können angewandt werden: den Kunden warnen, die Adresse sperren oder die Meldung weitergeben.',
  exposes:
    'In dieser Meldung steht nichts über die gezeigte Person. Abuse-Stellen leiten Meldungen oft an ihren Kunden weiter. Das kann die Person sein, die das Bild veröffentlicht hat.',
  because: 'Es braucht keinen Namen und erreicht die, die handeln können, wenn die Seite selbst schweigt.',
  rule: 'Hier setzt kein Gesetz eine Frist. Nach drei Tagen kommt eine Erinnerung; sie ist unsere eigene.',
  questions: {
    'abuse.terms':
      'Gibt es in den Nutzungsregeln eine Regel dagegen? Kopieren Sie ihre Überschrift hierher. Sie können das leer lassen.',
    'abuse.terms.parent':
      'Gibt es in den Nutzungsregeln eine Regel dagegen? Kopieren Sie ihre Überschrift hierher. Sie können das leer lassen.',
    'abuse.terms.agent':
      'Gibt es in den Nutzungsregeln eine Regel dagegen? Kopieren Sie ihre Überschrift hierher. Sie können das leer lassen.',
    'abuse.terms.minor':
      'Gibt es in den Nutzungsregeln eine Regel dagegen? Kopier ihre Überschrift hierher. Du kannst das leer lassen.',
  },
  gaps: { 'abuse.terms': 'Überschrift der Regel' },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Eine kurze zweite Meldung mit der Nummer der ersten. Oft antworten solche Stellen erst dann.',
    },
  },
  letter: {
    subject: 'Missbrauchsmeldung: intime Bilder ohne Einwilligung (Aktenzeichen {reference})',
    'subject.minor':
      'Dringende Missbrauchsmeldung: Darstellungen sexuellen Kindesmissbrauchs (Aktenzeichen {reference})',
    title: 'Missbrauchsmeldung',
    law: 'Auf Grundlage Ihrer eigenen Nutzungsbedingungen',
    customer: 'Nach öffentlichen Registern ist Ihr Kunde: {answer}',
    what: 'Der oben genannte Inhalt ist ein intimes Bild oder Video. Die gezeigte Person hat in die Verbreitung nicht eingewilligt.',
    'what.minor':
      'Der oben genannte Inhalt ist ein intimes Bild oder Video einer Person, die bei der Aufnahme unter 18 Jahre alt war. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs.',
    why: 'Bitte prüfen Sie dies anhand Ihrer Nutzungsbedingungen und Ihrer Regeln gegen rechtswidrige Inhalte.',
    'why.minor':
      'Bitte behandeln Sie diese Meldung unverzüglich nach Ihren Regeln gegen Darstellungen sexuellen Kindesmissbrauchs.',
    terms: 'Der Inhalt verstößt gegen diese Ihrer Regeln: {answer}',
    remove: 'Bitte entfernen Sie diesen Inhalt oder liefern Sie ihn nicht länger aus, soweit Sie das können.',
    pass: 'Falls nur eine andere Stelle ihn entfernen kann, leiten Sie diese Meldung bitte weiter und teilen Sie mir mit, welche das ist.',
    silence:
      'Bitte gehen Sie nicht der Frage nach, wen diese Meldung betrifft, und geben Sie nicht an, von wem sie kommt.',
    receipt: 'Bitte bestätigen Sie den Eingang und teilen Sie mir Ihre Entscheidung mit.',
    sender:
      'Diese Meldung nennt keine Person. Bitte antworten Sie an die Absenderadresse und geben Sie das Aktenzeichen {reference} an.',
    'reminder.subject': 'Zweite Missbrauchsmeldung (Aktenzeichen {reference})',
    'reminder.title': 'Zweite Missbrauchsmeldung',
    'reminder.law': 'Auf Grundlage Ihrer eigenen Nutzungsbedingungen',
    'reminder.still': 'Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask':
      'Bitte entfernen Sie ihn nun oder liefern Sie ihn nicht länger aus, oder teilen Sie mir mit, wer das kann.',
  },
} satisfies Same<typeof En>
