import type { dsa16 as En } from '../en/dsa16.ts'
import type { Same } from '../words.ts'

export const dsa16 = {
  title: 'Europäisches Recht: Gesetz über digitale Dienste, Artikel 16',
  gives: 'Die Seite muss den Antrag zügig prüfen, den Eingang bestätigen und ihre Entscheidung mit Gründen mitteilen.',
  exposes:
    'Eine erwachsene Person gibt der Seite einen Namen und eine E-Mail-Adresse. Bei einem Bild aus der Zeit vor 18 ist beides nicht nötig. Die Seite darf den Namen nur dann der Person sagen, die das Bild veröffentlicht hat, wenn es unbedingt erforderlich ist.',
  because: 'Alle dürfen sich darauf stützen, es verlangt wenig, und die Seite muss antworten.',
  rule: 'Dieses Gesetz nennt keine Zahl von Stunden oder Tagen. Es sagt: zeitnah, sorgfältig und unverzüglich.',
  questions: {
    'dsa16.identity':
      'Welcher Name und welche E-Mail-Adresse sollen im Brief stehen? Das Gesetz verlangt beides. Die angeschriebene Seite liest sie.',
    'dsa16.identity.parent':
      'Welcher Name und welche E-Mail-Adresse von Ihnen sollen im Brief stehen? Das Gesetz verlangt beides. Lassen Sie den Namen Ihres Kindes weg.',
    'dsa16.identity.agent':
      'Welcher Name und welche E-Mail-Adresse sollen im Brief stehen: Ihre oder die Ihrer Organisation? Lassen Sie den Namen der gezeigten Person weg.',
  },
  gaps: {
    'dsa16.identity': 'Ihr Name und Ihre E-Mail-Adresse',
    'dsa16.identity.parent': 'Ihr Name und Ihre E-Mail-Adresse',
    'dsa16.identity.agent': 'Name und E-Mail-Adresse der Person, die den Brief schickt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Ein kurzer Brief bittet um die Antwort, mit Nummer und Tag des ersten. Diese Frist ist unsere eigene, nicht die des Gesetzes.',
    },
    complaint: {
      title: 'Beschwerde bei der Seite selbst',
      what: 'Eine Plattform muss mindestens sechs Monate lang eine kostenlose Beschwerde gegen ihre Entscheidung zulassen. Eine Maschine darf nicht allein entscheiden. Sehr kleine Firmen müssen das nicht anbieten.',
    },
    'out-of-court': {
      title: 'Eine unabhängige Stelle entscheiden lassen',
      what: 'Eine zertifizierte Stelle prüft die Entscheidung noch einmal. Die Plattform trägt ihre eigenen Kosten. An das Ergebnis ist sie nicht gebunden.',
    },
    coordinator: {
      title: 'Beschwerde bei der Behörde im eigenen Land',
      what: 'Sie prüft, ob sich die Seite an die Regeln hält: ob sie erreichbar ist und ob sie antwortet. Über einzelne Bilder entscheidet sie nicht. Sie kann einen Namen verlangen; eine Vertrauensperson oder eine Organisation kann dann schreiben.',
    },
    court: {
      title: 'Ein Gericht anrufen',
      what: 'Ein Gericht kann die Entfernung anordnen. Eine Anwältin, ein Anwalt oder eine Beratungsstelle kann sagen, ob das passt und wo es kostenlose Rechtshilfe gibt.',
    },
  },
  letter: {
    subject: 'Meldung rechtswidriger Inhalte, Artikel 16 DSA (Aktenzeichen {reference})',
    title: 'Meldung rechtswidriger Inhalte',
    law: 'Artikel 16 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    what: 'Es handelt sich um ein intimes Bild oder Video. Darauf bin ich zu sehen. Ich habe in die Verbreitung nicht eingewilligt.',
    'what.parent':
      'Es handelt sich um ein intimes Bild oder Video. Darauf ist mein Kind zu sehen, dessen Elternteil oder Vormund ich bin und das ich nicht namentlich nenne. Eine Einwilligung in die Verbreitung gab es nicht.',
    'what.agent':
      'Es handelt sich um ein intimes Bild oder Video. Darauf ist eine Person zu sehen, für die ich handle und die ich nicht namentlich nenne. Diese Person hat in die Verbreitung nicht eingewilligt.',
    'what.minor':
      'Es handelt sich um ein intimes Bild oder Video von mir, mit Nacktheit oder sexuellem Inhalt. Ich war bei der Aufnahme unter 18 Jahre alt, und ich willige in die Verbreitung nicht ein. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs: Deren Verbreitung ist eine Straftat im Sinne der Artikel 3 bis 7 der Richtlinie 2011/93/EU.',
    'what.minor.parent':
      'Es handelt sich um ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von meinem Kind, das bei der Aufnahme unter 18 Jahre alt war. Eine Einwilligung in die Verbreitung gibt es nicht. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs: Deren Verbreitung ist eine Straftat im Sinne der Artikel 3 bis 7 der Richtlinie 2011/93/EU.',
    'what.minor.agent':
      'Es handelt sich um ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von einer Person, für die ich handle und die bei der Aufnahme unter 18 Jahre alt war. Eine Einwilligung in die Verbreitung gibt es nicht. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs: Deren Verbreitung ist eine Straftat im Sinne der Artikel 3 bis 7 der Richtlinie 2011/93/EU.',
    remove: 'Ich bitte Sie, den Inhalt zu entfernen oder den Zugang dazu zu sperren.',
    receipt:
      'Bitte bestätigen Sie den Eingang unverzüglich (Artikel 16 Absatz 4) und geben Sie in Ihrer Antwort das Aktenzeichen {reference} an.',
    decision:
      'Bitte teilen Sie mir Ihre Entscheidung, die Gründe und die möglichen Rechtsbehelfe mit (Artikel 16 Absatz 5 und Artikel 17).',
    silence:
      'Bitte teilen Sie der Person, die den Inhalt veröffentlicht hat, nicht mit, von wem diese Meldung kommt. Artikel 17 Absatz 3 Buchstabe b erlaubt das nur, wenn es unbedingt erforderlich ist.',
    bonaFide:
      'Ich bin in gutem Glauben davon überzeugt, dass die Angaben und Anführungen in dieser Meldung richtig und vollständig sind (Artikel 16 Absatz 2 Buchstabe d).',
    channel: 'Ich übermittle diese Meldung auf elektronischem Weg (Artikel 16 Absatz 1).',
    anonymous: 'Für diese Meldung sind weder Name noch E-Mail-Adresse erforderlich (Artikel 16 Absatz 2 Buchstabe c).',
    'reminder.subject': 'Erinnerung: Meldung rechtswidriger Inhalte, Artikel 16 DSA (Aktenzeichen {reference})',
    'reminder.title': 'Erinnerung an eine unbeantwortete Meldung',
    'reminder.law': 'Artikel 16 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    'reminder.still': 'Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Ich bitte Sie, den Inhalt nun zu entfernen oder den Zugang dazu zu sperren.',
    'reminder.decide':
      'Bitte bestätigen Sie den Eingang und teilen Sie mir unverzüglich Ihre Entscheidung, die Gründe und die möglichen Rechtsbehelfe mit (Artikel 16 Absätze 4 und 5 und Artikel 17).',
    'complaint.subject': 'Beschwerde gegen eine Entscheidung, Artikel 20 DSA (Aktenzeichen {reference})',
    'complaint.title': 'Beschwerde gegen die Entscheidung über eine Meldung',
    'complaint.law': 'Artikel 20 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    'complaint.wrong':
      'Ich wende mich gegen diese Entscheidung. Der Inhalt ist weiterhin zu sehen und aus dem unten genannten Grund rechtswidrig.',
    'complaint.ask':
      'Ich bitte Sie, die Entscheidung zu überprüfen und den Inhalt zu entfernen oder den Zugang dazu zu sperren.',
    'complaint.people':
      'Bitte lassen Sie qualifiziertes Personal entscheiden und nicht allein automatisierte Mittel (Artikel 20).',
    'complaint.reasons':
      'Bitte teilen Sie mir die neue Entscheidung und ihre Gründe unverzüglich mit, und auch, wie ich eine zertifizierte Stelle für außergerichtliche Streitbeilegung erreiche (Artikel 20 und 21).',
    'complaint.bonaFide':
      'Ich bin in gutem Glauben davon überzeugt, dass die Angaben und Anführungen in dieser Beschwerde richtig und vollständig sind.',
    'complaint.anonymous':
      'Die Meldung nannte niemanden, wie es Artikel 16 Absatz 2 Buchstabe c erlaubt. Auch diese Beschwerde nennt niemanden. Bitte antworten Sie an die Absenderadresse.',
    'coordinator.subject': 'Beschwerde nach Artikel 53 DSA (Aktenzeichen {reference})',
    'coordinator.title': 'Beschwerde gegen einen Hostingdiensteanbieter',
    'coordinator.law': 'Artikel 53 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste)',
    'coordinator.what': 'Ich habe einem Anbieter rechtswidrige Inhalte mit einer Meldung nach Artikel 16 angezeigt.',
    'coordinator.still': 'Der Inhalt ist weiterhin zu sehen.',
    'coordinator.ask':
      'Ich bitte Sie zu prüfen, ob der Anbieter seine Pflichten erfüllt: den Eingang bestätigen, unverzüglich entscheiden und die Gründe mitteilen (Artikel 16 und 17).',
    'coordinator.pass':
      'Falls der Koordinator für digitale Dienste eines anderen Mitgliedstaats zuständig ist, bitte ich Sie, diese Beschwerde an ihn weiterzuleiten und mir das mitzuteilen.',
    'coordinator.privacy':
      'Bitte geben Sie meine Identität nur an die Behörden weiter, die diese Beschwerde bearbeiten.',
    'coordinator.anonymous':
      'Die Meldung nannte niemanden, wie es Artikel 16 Absatz 2 Buchstabe c erlaubt. Auch diese Beschwerde nennt niemanden. Bitte antworten Sie an die Absenderadresse.',
  },
} satisfies Same<typeof En>
