import type { Choose } from './de.ts'
import type { Messages } from './en.ts'

/** German, from coming back on: everything that is read with a file. */
export const withFile = (y: Choose): Omit<Messages, 'frame' | 'help' | 'start' | 'leave' | 'enrol'> => ({
  returning: {
    title: 'Willkommen zurück',
    number: 'Aktennummer',
    numberHint: '10 Ziffern, zum Beispiel 482-917-3056. Leerzeichen spielen keine Rolle.',
    words: 'Geheime Wörter',
    wordsHint: '6 Wörter. Groß- und Kleinschreibung und Leerzeichen spielen keine Rolle.',
    go: 'Meine Akte öffnen',
    wrong: y(
      'Diese Nummer und diese Wörter gehören nicht zusammen. Sehen Sie bei beiden noch einmal nach.',
      'Diese Nummer und diese Wörter gehören nicht zusammen. Sieh bei beiden noch einmal nach.',
    ),
    slow: (minutes) => {
      const wait = minutes === 1 ? '1 Minute' : `${minutes} Minuten`
      return y(
        `Zu viele Versuche. Warten Sie ${wait} und versuchen Sie es dann noch einmal.`,
        `Zu viele Versuche. Warte ${wait} und versuch es dann noch einmal.`,
      )
    },
    busy: y(
      'Wir können sie gerade nicht öffnen. Warten Sie eine Minute und versuchen Sie es noch einmal.',
      'Wir können sie gerade nicht öffnen. Warte eine Minute und versuch es noch einmal.',
    ),
    ended: y(
      'Sie wurden abgemeldet, damit Ihre Akte geschlossen bleibt. Melden Sie sich wieder an, um weiterzumachen.',
      'Du wurdest abgemeldet, damit deine Akte geschlossen bleibt. Meld dich wieder an, um weiterzumachen.',
    ),
    lost: y(
      'Sind die Wörter verloren? Wir haben keine Kopie, also kann auch niemand bei uns eine bekommen. Sie können mit einer neuen Akte neu beginnen.',
      'Sind die Wörter verloren? Wir haben keine Kopie, also kann auch niemand bei uns eine bekommen. Du kannst mit einer neuen Akte neu beginnen.',
    ),
    begin: 'Neu beginnen',
  },

  home: {
    title: y('Ihre Akte', 'Deine Akte'),
    number: (number) => `Akte ${number}`,
    next: {
      read: 'Es gibt etwas Neues',
      readText: y(
        'Ein Ort, an dem wir zuhören, hat etwas genannt, auf das wir für Sie achten.',
        'Ein Ort, an dem wir zuhören, hat etwas genannt, auf das wir für dich achten.',
      ),
      readGo: 'Nachricht lesen',
      send: 'Ein Antrag kann gesendet werden',
      sendText: y(
        'Er ist geschrieben. Sie entscheiden, ob Sie ihn senden.',
        'Er ist geschrieben. Du entscheidest, ob du ihn sendest.',
      ),
      sendGo: 'Antrag ansehen',
      overdue: 'Die Antwort ist überfällig',
      overdueText: y(
        'Die Zeit dafür ist vorbei. Sie können den Antrag noch einmal senden.',
        'Die Zeit dafür ist vorbei. Du kannst den Antrag noch einmal senden.',
      ),
      overdueGo: 'Antrag ansehen',
      add: 'Noch achten wir auf nichts',
      addText: y(
        'Geben Sie uns den Fingerabdruck eines Bildes oder einen Link.',
        'Gib uns den Fingerabdruck eines Bildes oder einen Link.',
      ),
      addGo: 'Bilder oder Links hinzufügen',
      quiet: 'Es ist ruhig',
      quietText: 'Wir haben nichts Neues gefunden. Das ist gut. Wir hören weiter zu.',
    },
    looking: 'Wir sehen durch, was früher veröffentlicht wurde.',
    lookingAgain: 'Nachsehen, wie weit es ist',
    lookedNothing: 'Wir haben durchgesehen, was früher veröffentlicht wurde. Nichts gefunden.',
    lookedFound: y(
      'Wir haben durchgesehen, was früher veröffentlicht wurde. Es gibt etwas: Sehen Sie bei Ihren Nachrichten nach.',
      'Wir haben durchgesehen, was früher veröffentlicht wurde. Es gibt etwas: Sieh bei deinen Nachrichten nach.',
    ),
    foundHeading: 'Was gefunden wurde',
    found: 'Gefunden',
    asked: 'Beantragt',
    gone: 'Weg',
    standing: (gone, places) => `${gone} von ${places} ${gone === 1 ? 'ist' : 'sind'} weg.`,
    nothingFound: 'Bisher nichts.',
    requestsHeading: 'Löschanträge',
    messagesHeading: 'Nachrichten',
    noMessages: 'Noch keine Nachricht.',
    unread: 'Neu',
    practice: 'Übung',
    matches: (n) => (n === 1 ? '1 Fund' : `${n} Funde`),
    unknownPlace: 'ein Ort ohne Adresse',
    watchedHeading: 'Worauf wir achten',
    pictures: (n) => (n === 1 ? '1 Bild' : `${n} Bilder`),
    clips: (n) => (n === 1 ? '1 Video' : `${n} Videos`),
    places: (n) => (n === 1 ? '1 Link' : `${n} Links`),
    names: (n) => (n === 1 ? 'Ordner mit einem Namen' : `Ordner mit einem von ${n} Namen`),
    noNames: 'Nach keinem Namen mehr suchen',
    add: 'Bilder oder Links hinzufügen',
    added: (n) => (n === 0 ? 'Darauf achten wir schon.' : 'Hinzugefügt. Wir achten jetzt darauf.'),
    heardHeading: 'Orte, an denen wir zuhören',
    heard: {
      listening: (when) => `zuletzt gehört: ${when}`,
      silent: (when) => `nichts gehört seit: ${when}`,
      failing: (when) => `nicht erreicht seit: ${when}; wir versuchen es weiter`,
      failingNever: 'noch nicht erreicht; wir versuchen es weiter',
      paused: 'angehalten von denen, die diesen Dienst betreiben',
      never: 'noch nichts gehört',
    },
    noPlaces: 'Wir hören noch nirgends zu. Wer diesen Dienst betreibt, hat noch keinen Ort eingeschaltet.',
    ago: {
      now: 'gerade eben',
      minutes: (n) => (n === 1 ? 'vor 1 Minute' : `vor ${n} Minuten`),
    },
    reachHeading: y('Wie wir Sie erreichen', 'Wie wir dich erreichen'),
    noMail: y('Gar nicht. Sie melden sich an und sehen nach.', 'Gar nicht. Du meldest dich an und siehst nach.'),
    mail: (address) => `Per Mail an ${address}.`,
    noServer: y(
      'Dieser Dienst kann noch keine Mails senden. Ihre Mails warten; melden Sie sich an, um nachzusehen.',
      'Dieser Dienst kann noch keine Mails senden. Deine Mails warten; meld dich an, um nachzusehen.',
    ),
    reachChange: 'Das ändern',
    reachSaved: 'Gespeichert.',
    tryHeading: 'Übung',
    tryText: y(
      'Sehen Sie, wie eine Nachricht auf diesem Handy aussieht. Die Nachricht ist erfunden und als Übung gekennzeichnet. Haben Sie Mail gewählt, kommt auch eine Mail.',
      'Sieh, wie eine Nachricht auf diesem Handy aussieht. Die Nachricht ist erfunden und als Übung gekennzeichnet. Hast du Mail gewählt, kommt auch eine Mail.',
    ),
    tryGo: 'Übungsnachricht senden',
    tryRuns: y('Ihre Übungsnachricht ist unterwegs.', 'Deine Übungsnachricht ist unterwegs.'),
    tryDone: y('Ihre Übungsnachricht ist da.', 'Deine Übungsnachricht ist da.'),
    tryAgain: 'Nachsehen, wie weit es ist',
    steps: {
      enrolled: 'Wir achten auf ein erfundenes Bild',
      published: 'Ein erfundener Ort hat es genannt',
      matched: 'Wir haben es erkannt',
      alerted: 'Wir haben die Nachricht geschrieben',
    },
    eraseHeading: 'Beenden',
    erase: 'Alles beenden und löschen',
  },

  message: {
    title: y('Etwas, auf das wir für Sie achten, wurde genannt', 'Etwas, auf das wir für dich achten, wurde genannt'),
    manyTitle: (n) => `${n} Funde`,
    practiceTitle: 'Das ist eine Übungsnachricht',
    practiceText:
      'Die Nachricht ist erfunden. Das Bild und den Ort gibt es nicht. Eine echte Nachricht sieht genauso aus.',
    nobodyLooked: 'Niemand hat ein Bild angesehen. Computer haben Fingerabdrücke verglichen.',
    engineNamed: 'Niemand hier hat ein Bild angesehen. Eine Suchmaschine hat die Seite genannt.',
    where: 'Wo',
    unknownWhere: 'Die Meldung nennt keine Adresse.',
    address: 'Adresse anzeigen',
    addressHint: y('Sie müssen sie nicht öffnen.', 'Du musst sie nicht öffnen.'),
    since: 'Seit',
    who: 'Wer es gesagt hat',
    how: 'Wie sicher',
    maybe: 'Was nicht sicher ist',
    sure: {
      engine: y(
        'Eine Suchmaschine zeigt eine Seite, auf der vielleicht Ihr Bild steht.',
        'Eine Suchmaschine zeigt eine Seite, auf der vielleicht dein Bild steht.',
      ),
      file: y('Genau dieselbe Datei wie eines Ihrer Bilder.', 'Genau dieselbe Datei wie eines deiner Bilder.'),
      picture: y(
        'Ein Bild, das fast genauso aussieht wie eines Ihrer Bilder.',
        'Ein Bild, das fast genauso aussieht wie eines deiner Bilder.',
      ),
      near: y('Ein Bild, das einem Ihrer Bilder ähnlich sieht.', 'Ein Bild, das einem deiner Bilder ähnlich sieht.'),
      page: y('Eine Seite, auf die wir für Sie achten sollten.', 'Eine Seite, auf die wir für dich achten sollten.'),
      name: y(
        'Ein Ordner oder eine Seite mit dem Namen, nach dem wir für Sie suchen sollten.',
        'Ein Ordner oder eine Seite mit dem Namen, nach dem wir für dich suchen sollten.',
      ),
    },
    why: {
      engine: 'Das hat die Suchmaschine entschieden. Wir haben nichts verglichen.',
      file: 'Der Fingerabdruck ist genau gleich.',
      picture: (differ) =>
        differ === 0
          ? 'Die Fingerabdrücke sind gleich.'
          : `Die Fingerabdrücke unterscheiden sich in ${differ} von 256 Zeichen.`,
      page: 'Die Meldung nennt dieselbe Seite.',
      name: 'Der Name steht im Titel. Es wurde kein Bild verglichen.',
    },
    doubt: {
      engine: y(
        'Es kann ein anderes Bild sein, das nur ähnlich aussieht. Sehen Sie vorher nach, wenn Sie wollen.',
        'Es kann ein anderes Bild sein, das nur ähnlich aussieht. Sieh vorher nach, wenn du willst.',
      ),
      file: 'Die Datei kann schon weg sein. Die Meldung kann auch den falschen Ort nennen.',
      picture: 'Zwei verschiedene Bilder können fast denselben Fingerabdruck haben. Die Meldung kann auch falsch sein.',
      page: 'Die Meldung kann etwas anderes auf dieser Seite meinen.',
      name: y(
        'Es kann eine andere Person mit diesem Namen sein. Sehen Sie vorher nach, wenn Sie wollen.',
        'Es kann eine andere Person mit diesem Namen sein. Sieh vorher nach, wenn du willst.',
      ),
    },
    retracted: y(
      'Der Ort, der das sagte, hat es zurückgenommen. Sie müssen nichts tun.',
      'Der Ort, der das sagte, hat es zurückgenommen. Du musst nichts tun.',
    ),
    takeDown: 'Löschung beantragen',
    takeDownHint: 'Zeigt zuerst den Antrag. Nichts wird gesendet.',
    noRequest: y(
      'Ohne Adresse gibt es niemanden, an den ein Antrag gehen kann. Wir sagen es Ihnen, wenn eine genannt wird.',
      'Ohne Adresse gibt es niemanden, an den ein Antrag gehen kann. Wir sagen es dir, wenn eine genannt wird.',
    ),
    me: 'Das bin ich',
    meHint: y(
      'Sagen Sie, dass Sie es sind, dann bereiten wir den Antrag vor. Nichts wird gesendet.',
      'Sag, dass du es bist, dann bereiten wir den Antrag vor. Nichts wird gesendet.',
    ),
    notMe: 'Das bin ich nicht',
    later: 'Jetzt nicht',
    saidMe: y(
      'Sie haben gesagt: Das bin ich. Der Antrag liegt bereit.',
      'Du hast gesagt: Das bin ich. Der Antrag liegt bereit.',
    ),
    saidNotMe: y(
      'Sie haben gesagt: Das bin ich nicht. Wir lassen es ruhen.',
      'Du hast gesagt: Das bin ich nicht. Wir lassen es ruhen.',
    ),
    saidLater: y(
      'Sie haben gesagt: Jetzt nicht. Es wartet hier auf Sie.',
      'Du hast gesagt: Jetzt nicht. Es wartet hier auf dich.',
    ),
    otherLaw: y(
      'Ein anderes Gesetz, auf das Sie sich stützen können:',
      'Ein anderes Gesetz, auf das du dich stützen kannst:',
    ),
    backHome: y('Zurück zu Ihrer Akte', 'Zurück zu deiner Akte'),
    delivery: {
      none: 'Es wurde keine Mail gesendet.',
      waiting: 'Die Mail dazu ist unterwegs.',
      'no-server': 'Die Mail dazu wartet: Dieser Dienst kann noch keine Mails senden.',
      sent: 'Eine Mail dazu wurde gesendet.',
      failing: 'Die Mail dazu ist noch nicht angekommen. Wir versuchen es noch einmal.',
      failed: y(
        'Die Mail dazu ist nicht angekommen. Prüfen Sie Ihre Mailadresse.',
        'Die Mail dazu ist nicht angekommen. Prüf deine Mailadresse.',
      ),
      unconfirmed: 'Eine Mail dazu wurde gesendet. Wir wissen nicht, ob sie angekommen ist.',
    },
  },

  place: {
    heading: 'Ist es noch da?',
    unseen: 'Noch hat niemand nachgesehen.',
    up: 'Beim letzten Nachsehen war es da.',
    gone: (when) => `Es ist weg. Zweimal Nachsehen hat das gezeigt: ${when}.`,
    notPublic: 'Nur Mitglieder können es sehen. Mehr sehen wir nicht.',
    oneSign: 'Es scheint weg zu sein. Wir sehen noch einmal nach, bevor wir das sagen.',
    lookedAt: (when) => `Zuletzt nachgesehen: ${when}.`,
    unclear: 'Es war nicht eindeutig.',
    scheduled: 'Wir sehen von selbst wieder nach.',
    onlyYou: y('Wir sehen nur nach, wenn Sie es wünschen.', 'Wir sehen nur nach, wenn du es willst.'),
    look: 'Jetzt nachsehen',
    lookHint: 'Die Website kann sehen, dass jemand nachsieht. Wer es ist, sieht sie nicht.',
    looking: 'Wir sehen nach. Das dauert einen Moment.',
    lookingAgain: 'Zeigen, was zu sehen war',
    notOpened: 'Wir öffnen diese Seite nicht. Darauf könnte jemand unter 18 zu sehen sein.',
    tooSoon: y(
      'Wir haben gerade erst nachgesehen. Fragen Sie in zehn Minuten noch einmal.',
      'Wir haben gerade erst nachgesehen. Frag in zehn Minuten noch einmal.',
    ),
    yourWord: y('Sehen Sie etwas anderes? Ihr Wort zählt.', 'Siehst du etwas anderes? Dein Wort zählt.'),
    isGone: 'Es ist weg',
    stillThere: 'Es ist noch da',
  },

  who: {
    heading: 'Wer es noch löschen kann',
    hint: 'Wir können herausfinden, wer diese Website betreibt. Die Website sieht einen Besuch, aber nicht, für wen. Öffentliche Register erfahren den Namen der Website, nicht die Seite.',
    hintOfMinors:
      'Wir können herausfinden, wer diese Website betreibt. Öffentliche Register erfahren ihren Namen, nicht die Seite. Es wird keine Seite geöffnet.',
    go: 'Herausfinden',
    again: 'Noch einmal nachfragen',
    asking: 'Wir fragen nach. Das dauert einen Moment.',
    askingAgain: 'Zeigen, was gefunden wurde',
    none: 'Es wurde niemand gefunden.',
    noRegister: 'Für einen Teil davon gibt es kein öffentliches Register.',
    unavailable: y(
      'Ein Register hat nicht geantwortet. Versuchen Sie es später noch einmal.',
      'Ein Register hat nicht geantwortet. Versuch es später noch einmal.',
    ),
    from: {
      platform: 'Die eigene Meldestelle der Plattform.',
      page: 'Steht auf der Website selbst.',
      'delivery-network': 'Liefert die Website aus und gibt einen Antrag weiter.',
      'address-register': 'Betreibt das Netz, in dem die Website steht.',
      'domain-register': 'Hat den Namen der Website registriert.',
      'number-register': 'Verbindet dieses Netz.',
      'security.txt': 'Für Sicherheitsprobleme gedacht. Erst zuletzt verwenden.',
      'common-address': 'Eine übliche Adresse. Vielleicht gibt es sie nicht.',
    },
    sure: {
      published: 'Es ist veröffentlicht.',
      reported: 'Das stammt aus anderen Quellen.',
      unconfirmed: 'Das hat niemand bestätigt.',
    },
  },

  news: {
    title: 'Neues von einem bekannten Ort',
    count: (n) => (n === 1 ? '1 Neuigkeit' : `${n} Neuigkeiten`),
    gone: 'Es ist weg.',
    goneText: y(
      'Wir haben zweimal nachgesehen, mit mindestens einer Stunde Abstand. Wir sehen weiter nach. Kommt es zurück, sagen wir es Ihnen.',
      'Wir haben zweimal nachgesehen, mit mindestens einer Stunde Abstand. Wir sehen weiter nach. Kommt es zurück, sagen wir es dir.',
    ),
    back: 'Es ist wieder da.',
    backText: 'Es war weg, und jetzt ist es wieder da. Der nächste Antrag liegt bereit. Er nennt den vorigen.',
    elsewhere: 'Es ist an einem anderen Ort.',
    elsewhereText: 'Es sieht aus wie das, was schon weg war. Der Antrag für diesen Ort nennt den vorigen.',
    unsent: 'Ein Antrag liegt bereit und ist nicht abgeschickt.',
    unsentText: y(
      'Er liegt seit einem Tag bereit. Sie können ihn lesen, ändern und abschicken. Sie entscheiden. Wir erinnern Sie nicht noch einmal.',
      'Er liegt seit einem Tag bereit. Du kannst ihn lesen, ändern und abschicken. Du entscheidest. Wir erinnern dich nicht noch einmal.',
    ),
    overdue: 'Die Frist der anderen Seite ist vorbei.',
    overdueText: y(
      'Dort wurde nicht getan, worum Sie gebeten haben. Sie können einen weiteren Schritt gehen. Der Antrag zeigt, welchen.',
      'Dort wurde nicht getan, worum du gebeten hast. Du kannst einen weiteren Schritt gehen. Der Antrag zeigt, welchen.',
    ),
    'next-step': y('Sie können einen weiteren Schritt gehen.', 'Du kannst einen weiteren Schritt gehen.'),
    'next-stepText': y(
      'Der Antrag wurde abgelehnt, oder es kam keine Antwort. Er zeigt, was Sie jetzt tun können.',
      'Der Antrag wurde abgelehnt, oder es kam keine Antwort. Er zeigt, was du jetzt tun kannst.',
    ),
    answered: 'Es ist eine Antwort gekommen.',
    answeredText: y(
      'Lesen Sie sie beim Antrag, und sagen Sie, was sie für Sie bedeutet.',
      'Lies sie beim Antrag, und sag, was sie für dich bedeutet.',
    ),
    bounced: y('Ihr Antrag ist nicht angekommen.', 'Dein Antrag ist nicht angekommen.'),
    bouncedText: y(
      'Die Mail kam zurück. Der Antrag zeigt, wie Sie ihn anders schicken können.',
      'Die Mail kam zurück. Der Antrag zeigt, wie du ihn anders schicken kannst.',
    ),
    unsendable: 'Wir konnten einen Antrag nicht abschicken.',
    unsendableText: y(
      'Es wurde nichts abgeschickt. Der Antrag zeigt, warum, und was Sie tun können.',
      'Es wurde nichts abgeschickt. Der Antrag zeigt, warum, und was du tun kannst.',
    ),
    unconfirmed: 'Wir wissen nicht, ob ein Antrag abgeschickt wurde.',
    unconfirmedText: y(
      'Die Verbindung brach beim Abschicken ab. Wir schicken ihn nicht zweimal. Beim Antrag sagen Sie, wie es weitergeht.',
      'Die Verbindung brach beim Abschicken ab. Wir schicken ihn nicht zweimal. Beim Antrag sagst du, wie es weitergeht.',
    ),
    see: 'Antrag ansehen',
    looked: 'Es wurde kein Bild geöffnet oder gespeichert.',
  },

  request: {
    title: (recipient) => `Antrag: ${recipient}`,
    state: {
      prepared: 'Bereit zum Senden. Noch wurde nichts gesendet.',
      sent: 'Gesendet. Wir warten auf die Antwort.',
      acknowledged: 'Der Empfang ist bestätigt.',
      removed: 'Es ist weg.',
      refused: 'Der Antrag wurde abgelehnt.',
      overdue: 'Die Antwort ist überfällig.',
      escalated: 'Der nächste Schritt ist getan. Wir warten auf Antwort.',
      reopened: 'Es ist wieder da. Ein neuer Antrag ist bereit.',
    },
    practice: y(
      'Dieser Antrag ist erfunden, zur Übung. Senden Sie ihn an niemanden.',
      'Dieser Antrag ist erfunden, zur Übung. Sende ihn an niemanden.',
    ),
    toHeading: 'An wen, und warum',
    to: (recipient, place) => `An: ${recipient}. Zuständig für ${place}, wo es gesehen wurde.`,
    toSelf: (recipient) => `An: ${recipient}, wo es gesehen wurde.`,
    route: {
      form: 'Anträge werden dort über ein Formular angenommen.',
      email: 'Anträge werden dort per Mail angenommen.',
      unknown: y(
        'Wir kennen die Adresse nicht. Suchen Sie unten auf der Website nach „Kontakt“, „Abuse“ oder „Impressum“.',
        'Wir kennen die Adresse nicht. Such unten auf der Website nach „Kontakt“, „Abuse“ oder „Impressum“.',
      ),
    },
    openForm: 'Formular öffnen',
    routeSure: {
      published: '',
      reported: 'Dieser Weg stammt aus anderen Quellen. Die Website selbst nennt ihn nicht.',
      unconfirmed: 'Diesen Weg konnten wir nicht bestätigen.',
    },
    asks: 'Gut zu wissen:',
    lawHeading: y('Das Gesetz, auf das Sie sich stützen können', 'Das Gesetz, auf das du dich stützen kannst'),
    unsure: y(
      'Es ist nicht sicher, dass dieses Gesetz dort gilt. Den Antrag können Sie trotzdem stellen.',
      'Es ist nicht sicher, dass dieses Gesetz dort gilt. Den Antrag kannst du trotzdem stellen.',
    ),
    expectHeading: 'Was dieser Ort zuletzt entschieden hat',
    expect: (decisions, percent) =>
      `Öffentliche Zahlen der letzten drei Monate zählen ${decisions} solche Entscheidungen. Bei ${percent}\u202f% davon wurde der Inhalt gelöscht oder verborgen.`,
    expectStood: (days) =>
      days === 0
        ? 'In der Hälfte dieser Fälle stand er dort weniger als einen Tag.'
        : `In der Hälfte dieser Fälle stand er dort ${days === 1 ? '1 Tag' : `${days} Tage`} oder weniger.`,
    sources: 'Woher das stammt: Information, keine Rechtsberatung',
    checked: (day) => `geprüft am ${day}`,
    learnHeading: y('Was man dort über Sie erfährt', 'Was man dort über dich erfährt'),
    missingHeading: 'Was noch fehlt',
    missingNone: 'Nichts fehlt.',
    missingHint: y(
      'Sie können das leer lassen. Dann bleibt im Brief eine Lücke.',
      'Du kannst das leer lassen. Dann bleibt im Brief eine Lücke.',
    ),
    save: 'In den Brief übernehmen',
    saved: 'Der Brief ist auf dem neuesten Stand.',
    answersHeading: 'Was geantwortet wurde',
    answersNone: 'Noch ist nichts gekommen.',
    answersAt: y(
      'Was an diese Adresse gesendet wird, erscheint hier. Fragt das Formular nach einer Mailadresse, geben Sie diese an.',
      'Was an diese Adresse gesendet wird, erscheint hier. Fragt das Formular nach einer Mailadresse, gib diese an.',
    ),
    answer: {
      answer: (sender) => `Eine Nachricht von ${sender}`,
      automatic: (sender) => `Eine automatische Nachricht von ${sender}`,
      bounce: (sender) =>
        y(`Laut ${sender} ist Ihre Nachricht nicht angekommen`, `Laut ${sender} ist deine Nachricht nicht angekommen`),
      delayed: (sender) =>
        y(
          `Laut ${sender} ist Ihre Nachricht noch nicht angekommen`,
          `Laut ${sender} ist deine Nachricht noch nicht angekommen`,
        ),
    },
    answerNobody: 'unbekannt',
    answerUnsure: 'Wir konnten nicht prüfen, von wem das kommt.',
    answerTicket: (number) => `Die Nummer dort: ${number}`,
    answerProposes: {
      receipt: 'Das klingt nach einer Empfangsbestätigung.',
      question: 'Das klingt nach einer Frage. Das Bild selbst ist nie nötig.',
      removed: y(
        'Das klingt, als sei es weg. Sehen Sie besser nach, bevor Sie es glauben.',
        'Das klingt, als sei es weg. Sieh besser nach, bevor du es glaubst.',
      ),
      refused: 'Das klingt nach einer Ablehnung.',
    },
    letterHeading: 'Der Brief',
    letterLang: 'Sprache des Briefs',
    copy: 'Brief kopieren',
    openMail: 'In meiner Mail öffnen',
    text: 'Als Text speichern',
    eml: 'Als Mail speichern',
    mailFrom: y('Eine Mail von Ihnen zeigt dort Ihre Mailadresse.', 'Eine Mail von dir zeigt dort deine Mailadresse.'),
    sendHeading: y('Wenn Sie ihn gesendet haben', 'Wenn du ihn gesendet hast'),
    send: 'Ich habe ihn gesendet',
    sendHint: 'Wir merken uns Tag und Uhrzeit. Dieser Knopf sendet nichts.',
    sentAt: (when) => y(`Sie haben ihn gesendet: ${when}.`, `Du hast ihn gesendet: ${when}.`),
    until: (when) => `Zeit für die Antwort bis: ${when}.`,
    noHours: y(
      'Keine Antwort? Sie können ihn noch einmal senden, zum Beispiel nach einer Woche.',
      'Keine Antwort? Du kannst ihn noch einmal senden, zum Beispiel nach einer Woche.',
    ),
    undo: 'Ich habe ihn doch nicht gesendet',
  },

  asking: {
    title: 'Auch andere fragen',
    intro: 'Manche führen Listen, die niemand lesen kann. Man kann dort nur fragen.',
    off: y(
      'Niemand wird gefragt, bevor Sie zustimmen. Sie können es jederzeit beenden.',
      'Niemand wird gefragt, bevor du zustimmst. Du kannst es jederzeit beenden.',
    ),
    none: 'Hier ist niemand, der gefragt werden kann.',
    confirmedBy: (name) => y(`${name} hat Ihre Akte bestätigt.`, `${name} hat deine Akte bestätigt.`),
    needsConfirmation: y(
      'Gefragt wird dort erst, wenn eine Organisation Ihre Akte bestätigt hat. Eine Hilfsstelle kann Ihnen dabei helfen.',
      'Gefragt wird dort erst, wenn eine Organisation deine Akte bestätigt hat. Eine Hilfsstelle kann dir dabei helfen.',
    ),
    isOff: 'Dort wird nicht gefragt.',
    isOn: (since) => y(`Sie haben zugestimmt: ${since}.`, `Du hast zugestimmt: ${since}.`),
    last: (at) => `Zuletzt gefragt: ${at}.`,
    silence: 'Kommt keine Antwort, kann trotzdem noch etwas da sein.',
    which: 'Welche Adressen dürfen dort gesehen werden?',
    noAddress: y(
      'Fügen Sie zuerst einen Link zu einem Bild hinzu, das öffentlich ist.',
      'Füg zuerst einen Link zu einem Bild hinzu, das öffentlich ist.',
    ),
    addLink: 'Link hinzufügen',
    missing: y('Wählen Sie mindestens eine Adresse.', 'Wähl mindestens eine Adresse.'),
    go: 'Ich stimme zu, dort fragen',
    again: 'Nach diesen Adressen fragen',
    stop: 'Nicht mehr fragen',
    agreed: y(
      'Dort wird jetzt gefragt. Ist dort etwas bekannt, bekommen Sie eine Nachricht.',
      'Dort wird jetzt gefragt. Ist dort etwas bekannt, bekommst du eine Nachricht.',
    ),
    stopped: 'Dort wird nicht mehr gefragt.',
    failed: y(
      'Das hat nicht geklappt. Niemand wurde gefragt. Lesen Sie es noch einmal, und versuchen Sie es erneut.',
      'Das hat nicht geklappt. Niemand wurde gefragt. Lies es noch einmal, und versuch es erneut.',
    ),
    search: {
      heading: 'Selbst suchen',
      intro: 'Diese Suchmaschinen suchen Seiten mit demselben Bild. Nötig ist die Adresse des Bildes selbst.',
      warnings: [
        'Die Suche zeigt dieses Bild jener Firma.',
        y(
          'Die Suche bleibt im Verlauf dieses Browsers und vielleicht in Ihrem Konto dort.',
          'Die Suche bleibt im Verlauf dieses Browsers und vielleicht in deinem Konto dort.',
        ),
        'Die Ergebnisse können das Bild groß zeigen.',
        y(
          'Ein privates Fenster hilft. Schließen Sie es, wenn Sie fertig sind.',
          'Ein privates Fenster hilft. Schließ es, wenn du fertig bist.',
        ),
      ],
      go: (engine) => `Mit ${engine} suchen`,
      opens: 'öffnet eine andere Website',
      unsure: 'Diese Links können sich seit unserer Prüfung geändert haben.',
    },
  },

  add: {
    go: 'Auch darauf achten',
    missing: y('Wählen Sie ein Bild, oder geben Sie einen Link an.', 'Wähl ein Bild, oder gib einen Link an.'),
  },

  share: {
    title: y('Plattformen nach Ihren Bildern suchen lassen', 'Plattformen nach deinen Bildern suchen lassen'),
    intro:
      'Eine Plattform kann ein Bild erkennen, wenn jemand es hochlädt, und es aufhalten. Dafür braucht sie den Fingerabdruck.',
    whatHeading: 'Was weggeht, an wen, und was es zeigen kann',
    whichHeading: 'Welche Plattformen?',
    nobody: 'Noch holt keine Plattform hier Fingerabdrücke ab.',
    minor: y(
      'Bilder von Menschen unter 18 gehen von hier an niemanden. Take It Down macht das für Sie.',
      'Bilder von Menschen unter 18 gehen von hier an niemanden. Take It Down macht das für dich.',
    ),
    minorGo: 'Take It Down öffnen',
    go: 'Zustimmen und die Fingerabdrücke weitergeben',
    again: 'Neu zustimmen, für alles, worauf jetzt geachtet wird',
    missing: y('Wählen Sie eine Plattform.', 'Wähl eine Plattform.'),
    failed: y(
      'Das ging nicht. Lesen Sie die Seite noch einmal, und drücken Sie den Knopf erneut.',
      'Das ging nicht. Lies die Seite noch einmal, und drück den Knopf erneut.',
    ),
    nothing: y(
      'Noch gibt es kein Bild und kein Video zum Weitergeben. Fügen Sie zuerst eines hinzu.',
      'Noch gibt es kein Bild und kein Video zum Weitergeben. Füg zuerst eines hinzu.',
    ),
    since: (when) => y(`Sie haben zugestimmt: ${when}.`, `Du hast zugestimmt: ${when}.`),
    covers: (n) => (n === 1 ? '1 Bild oder Video wird weitergegeben.' : `${n} Bilder und Videos werden weitergegeben.`),
    unshared: (n) =>
      n === 1
        ? '1 wurde seither hinzugefügt und nicht weitergegeben.'
        : `${n} wurden seither hinzugefügt und nicht weitergegeben.`,
    off: 'Nichts wird weitergegeben.',
    stop: 'Beenden und löschen lassen',
    agreed: 'Die Plattformen können die Fingerabdrücke jetzt lesen.',
    stopped: 'Nichts wird mehr weitergegeben. Die Plattformen werden aufgefordert, alles davon zu löschen.',
    answersHeading: 'Was Plattformen gesagt haben',
    blocked: {
      image: (who, when) => `${who} sagt, dass dieses Bild gesperrt wurde: ${when}.`,
      video: (who, when) => `${who} sagt, dass dieses Video gesperrt wurde: ${when}.`,
    },
    notBlocked: {
      image: (who, when) => `${who} sagt, dass dieses Bild nicht gesperrt wird: ${when}.`,
      video: (who, when) => `${who} sagt, dass dieses Video nicht gesperrt wird: ${when}.`,
    },
  },

  erase: {
    title: 'Alles beenden und löschen',
    intro: 'Das löscht sofort und lässt sich nicht rückgängig machen:',
    what: [
      y('die Fingerabdrücke Ihrer Bilder, und Ihre Links', 'die Fingerabdrücke deiner Bilder, und deine Links'),
      y('Ihre Nachrichten und Anträge, mit den Briefen', 'deine Nachrichten und Anträge, mit den Briefen'),
      y(
        'Ihre Mailadresse, Ihre Aktennummer und Ihre geheimen Wörter',
        'deine Mailadresse, deine Aktennummer und deine geheimen Wörter',
      ),
    ],
    not: y(
      'Anträge, die Sie gesendet haben, bleiben dort, wo sie ankamen. Mails bleiben in Ihrem Postfach.',
      'Anträge, die du gesendet hast, bleiben dort, wo sie ankamen. Mails bleiben in deinem Postfach.',
    ),
    keep: y(
      'Brauchen Sie die Briefe noch? Speichern Sie sie zuerst.',
      'Brauchst du die Briefe noch? Speicher sie zuerst.',
    ),
    go: 'Alles löschen',
    sureTitle: 'Jetzt löschen?',
    sure: 'Ja, jetzt löschen',
    no: 'Nein, meine Akte behalten',
    doneTitle: 'Alles ist gelöscht',
    done: y(
      'Wir achten auf nichts mehr, und niemand kann die Akte wieder öffnen. Sie können jederzeit wiederkommen und neu beginnen.',
      'Wir achten auf nichts mehr, und niemand kann die Akte wieder öffnen. Du kannst jederzeit wiederkommen und neu beginnen.',
    ),
    start: 'Zur ersten Seite',
  },

  out: {
    title: y('Sie sind abgemeldet', 'Du bist abgemeldet'),
    text: y(
      'Ihre Akte ist geschlossen. Um sie wieder zu sehen, brauchen Sie Ihre Aktennummer und Ihre geheimen Wörter.',
      'Deine Akte ist geschlossen. Um sie wieder zu sehen, brauchst du deine Aktennummer und deine geheimen Wörter.',
    ),
  },

  problem: {
    notFound: 'Hier ist nichts',
    notFoundText: 'Die Seite ist vielleicht gelöscht, oder die Adresse ist nicht vollständig.',
    broken: 'Bei uns ist etwas schiefgegangen',
    brokenText: y(
      'Nichts von dem, was Sie geschrieben haben, wurde weitergegeben. Warten Sie eine Minute und versuchen Sie es noch einmal.',
      'Nichts von dem, was du geschrieben hast, wurde weitergegeben. Warte eine Minute und versuch es noch einmal.',
    ),
    busy: 'Das geht gerade nicht',
    busyText: y(
      'Warten Sie eine Minute und versuchen Sie es noch einmal. Wir hören inzwischen weiter zu.',
      'Warte eine Minute und versuch es noch einmal. Wir hören inzwischen weiter zu.',
    ),
    foreign: 'Das kam von einer anderen Website',
    foreignText: y(
      'Wir haben es angehalten, um Sie zu schützen. Öffnen Sie die Seite hier und drücken Sie den Knopf noch einmal.',
      'Wir haben es angehalten, um dich zu schützen. Öffne die Seite hier und drück den Knopf noch einmal.',
    ),
    home: 'Zur ersten Seite',
  },

  cities: {
    brussels: 'Brüssel',
    amsterdam: 'Amsterdam',
    paris: 'Paris',
    luxembourg: 'Luxemburg',
    berlin: 'Berlin',
    london: 'London',
    dublin: 'Dublin',
    madrid: 'Madrid',
    rome: 'Rom',
    warsaw: 'Warschau',
    auckland: 'Auckland',
    vienna: 'Wien',
    zurich: 'Zürich',
    lisbon: 'Lissabon',
    utc: 'UTC',
  },
})
