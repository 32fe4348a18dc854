import type { esaepd as En } from '../en/esaepd.ts'
import type { Same } from '../words.ts'

export const esaepd = {
  title: 'Spanien: der Canal Prioritario der AEPD',
  gives:
    'Die spanische Datenschutzbehörde, die AEPD, behandelt es dringend und kann Plattformen anweisen, das Bild zu entfernen.',
  exposes: 'Die AEPD erfährt einen Kontakt. Zwischen 14 und 17 Jahren darf eine Meldung anonym bleiben.',
  because: 'Für jemanden in Spanien hilft es, wenn die Seite nichts tut oder Warten zu viel Schaden brächte.',
  rule: 'Die AEPD nennt es dringend; eine Zahl von Stunden oder Tagen ist nicht genannt.',
  questions: {
    'esaepd.tried': 'Haben Sie zuerst die Seite selbst gefragt, ohne Erfolg? Oder kann das nicht warten?',
    'esaepd.tried.minor': 'Wurde zuerst die Seite selbst gefragt, ohne Erfolg? Oder kann das nicht warten?',
    'esaepd.contact': 'Wie kann die AEPD Sie erreichen? Eine E-Mail-Adresse genügt.',
    'esaepd.contact.minor':
      'Möchtest du eine Antwort? Dann gib eine E-Mail-Adresse an, deine oder die einer erwachsenen Person, der du vertraust. Du kannst das leer lassen.',
    'esaepd.contact.parent':
      'Wie kann die AEPD Sie erreichen? Geben Sie Ihre E-Mail-Adresse an, nicht die Ihres Kindes.',
    'esaepd.contact.agent': 'Wie kann die AEPD die meldende Person erreichen? Die Adresse der Organisation genügt.',
  },
  gaps: {
    'esaepd.tried': 'ob zuerst die Seite gefragt wurde, oder warum das nicht warten kann',
    'esaepd.contact': 'Ihre E-Mail-Adresse oder Telefonnummer',
    'esaepd.contact.minor': 'E-Mail oder Telefon der meldenden Person',
    'esaepd.contact.agent': 'E-Mail oder Telefon der meldenden Person',
  },
  choices: {
    'esaepd.tried:tried': 'Der eigene Weg des Anbieters wurde zuerst genutzt, ohne Erfolg.',
    'esaepd.tried:exceptional':
      'Der Fall ist außergewöhnlich: Der Inhalt verbreitet sich, und der eigene Weg des Anbieters käme zu spät.',
  },
  steps: {
    reminder: {
      title: 'Bei der AEPD nachfragen',
      what: 'Ein kurzer Brief fragt, wie es um die Meldung steht.',
    },
  },
  letter: {
    subject: 'Dringende Meldung, Canal Prioritario (Aktenzeichen {reference})',
    title: 'Dringende Meldung sexueller Inhalte, die ohne Einwilligung verbreitet werden',
    law: 'Agencia Española de Protección de Datos, Canal Prioritario',
    what: 'Es handelt sich um ein Bild oder Video mit sexuellem Inhalt, das mich zeigt. Es wurde ohne meine Einwilligung verbreitet.',
    'what.agent':
      'Es handelt sich um ein Bild oder Video mit sexuellem Inhalt, das eine Person zeigt, für die ich handle. Es wurde ohne ihre Einwilligung verbreitet.',
    'what.minor':
      'Es handelt sich um ein Bild oder Video mit sexuellem Inhalt einer Person, die bei der Aufnahme unter 18 Jahre alt war. Es wurde ohne Einwilligung verbreitet.',
    'what.minor.agent':
      'Es handelt sich um ein Bild oder Video mit sexuellem Inhalt einer Person, für die ich handle und die bei der Aufnahme unter 18 Jahre alt war. Es wurde ohne Einwilligung verbreitet.',
    tried: 'Der eigene Weg des Anbieters, oder warum dies nicht warten kann: {answer}',
    order: 'Bitte lassen Sie diesen Inhalt dringend entfernen.',
    nocopy: 'Der Inhalt selbst ist dieser Meldung nicht beigefügt.',
    receipt: 'Bitte bestätigen Sie den Eingang und teilen Sie mir die Entscheidung mit.',
    contact: 'Kontakt: {answer}',
    anonymous: 'Zwischen 14 und 17 Jahren darf eine Meldung ohne Namen erfolgen.',
    'anonymous.parent': '',
    'anonymous.agent': '',
    'reminder.subject': 'Frage zu einer dringenden Meldung (Aktenzeichen {reference})',
    'reminder.title': 'Frage zu einer dringenden Meldung',
    'reminder.law': 'Agencia Española de Protección de Datos, Canal Prioritario',
    'reminder.still': 'Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Bitte teilen Sie mir die Entscheidung mit, oder was meiner Meldung fehlt.',
  },
} satisfies Same<typeof En>
